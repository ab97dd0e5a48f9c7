package dev.callist.sync.internal.jdbc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Instants as ISO text of one width, in microseconds, so that the order of texts is that of time. */
final class InstantText {
    /** The first instant whose year has five digits. */
    static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Comes after every instant before {@link #END}. */
    private static final String END_TEXT = "9999-12-31T23:59:60.000000Z";

    private InstantText() {}

    /** The text of an instant from year 0 on; later ones than {@link #END} are like it. */
    static String of(Instant at) {
        if (!at.isBefore(END)) {
            return END_TEXT;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(END_TEXT.length());
        append(text, time.getYear(), 1000, '-');
        append(text, time.getMonthValue(), 10, '-');
        append(text, time.getDayOfMonth(), 10, 'T');
        append(text, time.getHour(), 10, ':');
        append(text, time.getMinute(), 10, ':');
        append(text, time.getSecond(), 10, '.');
        append(text, time.getNano() / 1000, 100_000, 'Z');
        return text.toString();
    }

    private static void append(StringBuilder text, int number, int highestUnit, char separator) {
        for (int unit = highestUnit; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        text.append(separator);
    }
}
