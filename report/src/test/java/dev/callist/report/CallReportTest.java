package dev.callist.report;

import static dev.callist.report.TestCalls.at;
import static dev.callist.report.TestCalls.call;
import static dev.callist.report.TestCalls.lasting;
import static dev.callist.report.TestCalls.money;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallJson;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallReportTest {
    private static final Pattern FIGURES =
            Pattern.compile("<script type=\"application/json\" id=\"figures\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void printsTheFiguresWithTheirDefinitions() {
        CallStatistics statistics = CallStatistics.in(ReportPages.LISBON);
        statistics.accept(lasting(60));
        statistics.accept(lasting(90));
        statistics.accept(call(CallStatus.BUSY).price(money("-1234.5", "USD")).build());
        statistics.accept(call(CallStatus.QUEUED).build());
        statistics.addSource(Completeness.INCOMPLETE, List.of("a reason"));
        String page = ReportPages.html(
                statistics,
                ReportPages.options().toBuilder()
                        .createdFrom(Instant.parse("2026-02-01T00:00:00Z"))
                        .createdBefore(Instant.parse("2026-07-01T00:00:00Z"))
                        .notice("A <notice>.")
                        .build());
        assertThat(page)
                .contains("<dd class=\"figure\">4</dd>", "of 3 attempts", "<dd class=\"figure\">66.7 %</dd>")
                .contains(
                        "<dd class=\"figure\">1:15</dd>",
                        "<dd class=\"figure\">2.5</dd>",
                        "<small>USD</small> 1,234.50")
                .contains("2 completed calls without a price")
                .contains("Calls created from 2026-02-01 00:00 WET and before 2026-07-01 01:00 WEST. "
                        + "Days and hours are those of Europe/Lisbon.")
                .contains("Made 2026-03-01 09:30 WET.")
                .contains("Calls are missing", "Incomplete: not every call was counted.", "<li>a reason</li>")
                .contains("A &lt;notice&gt;.")
                .contains("Answered calls divided by attempts (answer-seizure ratio, ASR).");
    }

    @Test
    void masksNumbersUnlessTheyAreWanted() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.accept(call(CallStatus.BUSY)
                .from(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address("+351910000018")
                        .name("Jane Canary")
                        .build())
                .to(CallParty.of("sip:canary@example.com"))
                .providerStatus("+351910000018")
                .build());
        String masked = ReportPages.html(statistics, ReportPages.options());
        assertThat(masked).contains("+35191*****18", "Numbers are masked.").doesNotContain("910000018", "anary");
        String open = ReportPages.html(
                statistics, ReportPages.options().toBuilder().showsNumbers(true).build());
        assertThat(open)
                .contains("+351910000018", "sip:canary@example.com")
                .doesNotContain("Numbers are masked", "Jane");
    }

    @Test
    void showsNoNumberOfTheSampleCalls() {
        String page = ReportPages.html(ReportPages.sample(3_000, 30), ReportPages.options());
        assertThat(page).doesNotContainPattern("\\+?1?555\\d{7}");
        assertThat(page).contains("+1555*****0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</script><script>alert(1)</script>", "<!--<script>", "\u2028'\"&<>", "]]>--!>\u0000\u202e\ud800"
            })
    void escapesHostileTexts(String text) throws IOException {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.accept(call(CallStatus.UNKNOWN)
                .provider(text)
                .providerStatus(text)
                .from(CallParty.of("client:" + text))
                .createdAt(Instant.EPOCH)
                .price(money("1", text))
                .addProblems(text)
                .build());
        statistics.addSource(Completeness.UNKNOWN, List.of(text));
        ReportOptions options = ReportOptions.builder()
                .title(text)
                .notice(text)
                .addSources(text)
                .showsNumbers(true)
                .build();
        String page = ReportPages.html(statistics, options);
        String clean = ReportPages.html(CallStatistics.in(ZoneOffset.UTC), ReportOptions.defaults());
        assertThat(count(page, "<script")).isEqualTo(count(clean, "<script")).isEqualTo(3);
        assertThat(count(page, "</script")).isEqualTo(count(clean, "</script"));
        assertThat(count(page, "<!--")).isEqualTo(count(clean, "<!--"));
        assertThat(page).doesNotContain("\u2028", "\u0000", "\u202e", "\ud800");
        assertThat(figures(page).get("costs").get(0).get("currency").asText())
                .isEqualTo(text.substring(0, Math.min(12, text.length())));
    }

    @Test
    void allowsNothingButItsOwnScripts() {
        String page = ReportPages.html(ReportPages.sample(10, 1), ReportPages.options());
        Matcher policy = Pattern.compile("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1).replace("&#39;", "'"))
                .matches(
                        "default-src 'none'; script-src 'sha256-[\\w+/=]+' 'sha256-[\\w+/=]+'; "
                                + "style-src 'sha256-[\\w+/=]+' 'sha256-[\\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(page.replaceAll("http://www\\.w3\\.org/\\S+", ""))
                .doesNotContainPattern("(?i)(src|href)=\"?(https?:|//)")
                .doesNotContainPattern(" (style|on[a-z]+)=\"")
                .contains("Copyright (c) 2022 Leon Sorokin");
    }

    @Test
    void writesTheFiguresOfTheCharts() throws IOException {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.accept(at("2026-01-30T10:00:00Z", CallStatus.COMPLETED));
        statistics.accept(at("2026-01-30T11:00:00Z", CallStatus.NO_ANSWER));
        statistics.accept(call(CallStatus.COMPLETED)
                .createdAt(Instant.parse("2026-02-01T10:00:00Z"))
                .price(money("-0.25", "EUR"))
                .duration(java.time.Duration.ofSeconds(45))
                .build());
        String page = ReportPages.html(statistics, ReportPages.options());
        JsonNode figures = figures(page);
        assertThat(figures.get("unit").asText()).isEqualTo("day");
        assertThat(figures.get("times").toString()).isEqualTo("[1769731200,1769817600,1769904000]");
        assertThat(figures.get("statuses").get(0).toString()).isEqualTo("{\"name\":\"Answered\",\"values\":[1,0,1]}");
        assertThat(figures.get("statuses").get(1).toString()).isEqualTo("{\"name\":\"No answer\",\"values\":[1,0,0]}");
        assertThat(page).contains("\"answerRate\":[50.0,null,100.0]");
        assertThat(figures.get("averageDuration").toString()).isEqualTo("[null,null,45]");
        assertThat(figures.get("durations").get("names").get(2).asText()).isEqualTo("30 s–1 min");
        assertThat(figures.get("durations").get("values").toString()).isEqualTo("[0,0,1,0,0,0,0,0,0,0]");
        assertThat(figures.get("months").toString()).isEqualTo("[\"2026-01\",\"2026-02\"]");
        assertThat(page).contains("\"costs\":[{\"currency\":\"EUR\",\"values\":[0.0,0.25]}]");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-01T00:00:00Z, 2026-03-01T23:00:00Z, day, 731",
        "2024-02-29T00:00:00Z, 2026-03-01T23:00:00Z, month, 26",
        "1977-01-01T00:00:00Z, 2026-12-31T23:00:00Z, month, 600",
        "1970-01-01T00:00:00Z, 2026-12-31T23:00:00Z, year, 2",
        "0001-01-02T00:00:00Z, 9999-12-30T23:00:00Z, year, 2"
    })
    void choosesPeriodsThatAChartCanShow(String first, String last, String unit, int periods) throws IOException {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.accept(at(first, CallStatus.BUSY));
        statistics.accept(at(last, CallStatus.BUSY));
        JsonNode figures = figures(ReportPages.html(statistics, ReportPages.options()));
        assertThat(figures.get("unit").asText()).isEqualTo(unit);
        assertThat(figures.get("times")).hasSize(periods);
    }

    @Test
    void writesAPageWithoutCalls() throws IOException {
        CallStatistics statistics = CallStatistics.in(ZoneId.of("UTC"));
        String page = ReportPages.html(statistics, ReportOptions.defaults());
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<!-- a report of callist -->\n<html lang=\"en\">")
                .contains(
                        "<h1>Call report</h1>",
                        "All calls. Days and hours",
                        "No call has a price.",
                        "No call has such a party.")
                .doesNotContain("Made 2");
        assertThat(figures(page).get("times")).isEmpty();
    }

    @Test
    void isTheSamePageEachTime() {
        CallStatistics statistics = ReportPages.sample(500, 10);
        assertThat(ReportPages.html(statistics, ReportPages.options()))
                .isEqualTo(ReportPages.html(ReportPages.sample(500, 10), ReportPages.options()));
    }

    private static JsonNode figures(String page) throws IOException {
        Matcher figures = FIGURES.matcher(page);
        assertThat(figures.find()).isTrue();
        return CallJson.mapper().readTree(figures.group(1));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
