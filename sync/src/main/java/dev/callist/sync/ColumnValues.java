package dev.callist.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callist.CallJson;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values in the form that every store keeps exactly, see {@link CallColumn.Type}. */
final class ColumnValues {
    /** What SQLite keeps of a number. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final char REPLACEMENT = '\uFFFD';
    private static final String EMPTY_LIST = "[]";

    /** An escaped NUL, and the escaped backslashes before it. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private ColumnValues() {}

    /** A length of time in seconds. */
    static BigDecimal seconds(Duration time) {
        BigDecimal whole = BigDecimal.valueOf(time.getSeconds());
        return time.getNano() == 0 ? whole : whole.add(BigDecimal.valueOf(time.getNano(), 9));
    }

    /** A value in its stored form; null for null, and for an instant that no store can keep. */
    static @Nullable Object stored(CallColumn.Type type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> text((String) value);
            case INSTANT -> instant((Instant) value);
            case DECIMAL -> decimal((BigDecimal) value);
            case JSON -> json(value);
        };
    }

    /** A value that a store gave back, in the form in which it was stored. */
    static Object read(CallColumn.Type type, Object value) {
        return switch (type) {
            case TEXT -> value;
            case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            case DECIMAL -> decimal((BigDecimal) value);
            case JSON -> compact((String) value);
        };
    }

    private static String compact(String json) {
        if (json.equals(EMPTY_LIST)) {
            return json;
        }
        try {
            return CallJson.mapper().readTree(json).toString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    /** A text that every database accepts: UTF-8 without NUL. */
    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) || letter == 0) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? REPLACEMENT
                        : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static @Nullable Instant instant(Instant at) {
        return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    private static BigDecimal decimal(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= DIGITS.getPrecision()) {
            return number;
        }
        BigDecimal shortest = number.round(DIGITS).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static String json(Object value) {
        if (value instanceof List<?> list && list.isEmpty()) {
            return EMPTY_LIST;
        }
        try {
            String json = text(CallJson.mapper().writeValueAsString(value));
            return ESCAPED_NUL.matcher(json).replaceAll("$1" + REPLACEMENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is always JSON");
        }
    }
}
