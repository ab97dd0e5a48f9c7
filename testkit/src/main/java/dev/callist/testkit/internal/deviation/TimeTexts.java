package dev.callist.testkit.internal.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.callist.testkit.TimeFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Reads and writes the times of rows in all spellings. */
public final class TimeTexts {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TimeTexts() {}

    /** A time as a protocol of this project writes it. */
    public static Instant read(JsonNode value) {
        if (value.isNumber()) {
            return Instant.ofEpochSecond(value.longValue());
        }
        String text = value.textValue();
        try {
            return text.contains(",")
                    ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
    }

    public static JsonNode write(Instant time, TimeFormat spelling) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (spelling) {
            case ISO -> json.textNode(time.toString());
            case RFC_2822 -> json.textNode(RFC_2822.format(time));
            case EPOCH_SECONDS -> json.numberNode(time.getEpochSecond());
        };
    }

    /** The spelling of a value. */
    public static TimeFormat spelling(JsonNode value) {
        if (value.isNumber()) {
            return TimeFormat.EPOCH_SECONDS;
        }
        return value.textValue().contains(",") ? TimeFormat.RFC_2822 : TimeFormat.ISO;
    }
}
