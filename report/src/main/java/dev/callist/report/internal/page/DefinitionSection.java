package dev.callist.report.internal.page;

import java.io.IOException;
import java.time.ZoneId;

/** What the figures mean. */
final class DefinitionSection {
    private static final String[][] DEFINITIONS = {
        {"Call", "One record of the provider's list. Each leg of a transfer that the provider lists is a call."},
        {
            "Attempt",
            "A call whose outcome is known: completed, in progress, busy, no answer, failed or canceled. Calls that are scheduled, "
                    + "queued or ringing, or whose status is unknown, are not attempts."
        },
        {"Answered", "A call that is completed or in progress."},
        {"Answer rate", "Answered calls divided by attempts (answer-seizure ratio, ASR)."},
        {
            "Average duration",
            "The mean duration of completed calls, as the provider counts it (average call duration, ACD). Calls without a duration "
                    + "are left out."
        },
        {"Minutes", "The sum of the same durations. A bill may be higher, because providers round each call up."},
        {
            "Cost",
            "The sum of the prices, by currency. The sign is ignored, because some providers write a charge as a negative number. Calls "
                    + "without a price are left out."
        },
        {
            "Up to (percentiles)",
            "The shortest duration that this share of the completed calls does not exceed, rounded down to seconds, and above two "
                    + "minutes by up to 1.6 %."
        },
        {
            "Busiest parties",
            "Counted exactly up to 4,096 different parties. With more, a range of counts is shown where the exact one is not known."
        },
    };

    private final HtmlWriter html;
    private final ZoneId zone;

    DefinitionSection(HtmlWriter html, ZoneId zone) {
        this.html = html;
        this.zone = zone;
    }

    void write() throws IOException {
        html.open("section", "class", "card wide", "aria-labelledby", "definitions");
        html.element("h2", "What the figures mean", "id", "definitions");
        html.open("dl", "class", "definitions");
        for (String[] definition : DEFINITIONS) {
            define(definition[0], definition[1]);
        }
        define(
                "Day and hour",
                "Those of the creation time in the zone " + zone
                        + ". A day in which the clock changes has 23 or 25 hours; an hour that is repeated counts as one.");
        html.close("dl").close("section");
    }

    private void define(String term, String meaning) throws IOException {
        html.open("div").element("dt", term).element("dd", meaning).close("div");
    }
}
