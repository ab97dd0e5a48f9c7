package dev.callist.report.internal.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import dev.callist.report.CallFigures;
import dev.callist.report.DayFigures;
import dev.callist.report.DurationDistribution.Band;
import dev.callist.report.StatisticsSummary;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of the charts as JSON inside of a page. No text can end the element: everything outside of ASCII, and
 * {@code <}, {@code >}, {@code &} and both quotes are escaped.
 */
final class ChartData {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LAST_OF_ASCII = 127;

    private static final int PERCENT = 100;
    private static final double MILLIS_OF_A_SECOND = 1_000;

    private final StatisticsSummary summary;
    private final PeriodSeries periods;
    private final PeriodSeries months;
    private final List<String> currencies;

    ChartData(StatisticsSummary summary, PeriodSeries periods, PeriodSeries months, List<String> currencies) {
        this.summary = summary;
        this.periods = periods;
        this.months = months;
        this.currencies = currencies;
    }

    void write(Writer out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setCharacterEscapes(new ElementEscapes());
        json.setHighestNonEscapedChar(LAST_OF_ASCII);
        json.writeStartObject();
        json.writeStringField("unit", periods.unit().noun());
        writeStarts(json, "times", periods);
        json.writeArrayFieldStart("statuses");
        for (StatusGroup group : StatusGroup.values()) {
            json.writeStartObject();
            json.writeStringField("name", group.label());
            json.writeArrayFieldStart("values");
            for (DayFigures day : periods.periods().values()) {
                json.writeNumber(group.count(day));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        writeTrends(json);
        writeDurations(json);
        writeCosts(json);
        json.writeEndObject();
        json.close();
    }

    private static void writeStarts(JsonGenerator json, String name, PeriodSeries series) throws IOException {
        json.writeArrayFieldStart(name);
        for (LocalDate start : series.periods().keySet()) {
            json.writeNumber(start.atStartOfDay(ZoneOffset.UTC).toEpochSecond());
        }
        json.writeEndArray();
    }

    private void writeTrends(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("answerRate");
        for (DayFigures day : periods.periods().values()) {
            OptionalDouble rate = day.figures().answerRate();
            if (rate.isPresent()) {
                json.writeNumber(Math.round(rate.getAsDouble() * PERCENT * PERCENT) / (double) PERCENT);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("averageDuration");
        for (DayFigures day : periods.periods().values()) {
            Optional<Duration> average = day.figures().averageDuration();
            if (average.isPresent()) {
                json.writeNumber(Math.round(average.get().toMillis() / MILLIS_OF_A_SECOND));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private void writeDurations(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("durations");
        json.writeArrayFieldStart("names");
        for (Band band : summary.durations().bands()) {
            json.writeString(BandText.of(band));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("starts");
        for (Band band : summary.durations().bands()) {
            json.writeString(BandText.start(band));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("values");
        for (Band band : summary.durations().bands()) {
            json.writeNumber(band.calls());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeCosts(JsonGenerator json) throws IOException {
        json.writeStringField("costUnit", months.unit().noun());
        json.writeArrayFieldStart("months");
        for (LocalDate start : months.periods().keySet()) {
            json.writeString(months.unit().text(start));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("costs");
        for (String currency : currencies) {
            json.writeStartObject();
            json.writeStringField("currency", currency);
            json.writeArrayFieldStart("values");
            for (DayFigures month : months.periods().values()) {
                CallFigures figures = month.figures();
                json.writeNumber(
                        figures.cost().getOrDefault(currency, BigDecimal.ZERO).doubleValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Escapes what has a meaning in HTML. */
    private static final class ElementEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        private static final int[] ESCAPES = standardAsciiEscapesForJSON();

        static {
            for (char c : "<>&'".toCharArray()) {
                ESCAPES[c] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ESCAPES.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            throw new IllegalStateException("only standard escapes are used");
        }
    }
}
