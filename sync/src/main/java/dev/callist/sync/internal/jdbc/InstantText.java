package dev.callist.sync.internal.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as ISO text of fixed width, in microseconds, so that texts sort by time. */
final class InstantText {
    /** The first instant whose year has five digits. */
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Comes after every instant before {@link #END}. */
    private static final String END_TEXT = "9999-12-31T23:59:60.000000Z";

    private static final byte[] TEMPLATE = "0000-00-00T00:00:00.000000Z".getBytes(StandardCharsets.ISO_8859_1);

    private InstantText() {}

    /**
     * The text of an instant, which must not be before year 0; instants after {@link #END} have the text of
     * {@code END}.
     */
    static String of(Instant at) {
        if (!at.isBefore(END)) {
            return END_TEXT;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        byte[] text = TEMPLATE.clone();
        set(text, 4, time.getYear());
        set(text, 7, time.getMonthValue());
        set(text, 10, time.getDayOfMonth());
        set(text, 13, time.getHour());
        set(text, 16, time.getMinute());
        set(text, 19, time.getSecond());
        set(text, 26, time.getNano() / 1000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes the digits of a number so that they end before an index. */
    private static void set(byte[] text, int end, int number) {
        int place = end - 1;
        for (int rest = number; rest > 0; rest /= 10) {
            text[place--] = (byte) ('0' + rest % 10);
        }
    }
}
