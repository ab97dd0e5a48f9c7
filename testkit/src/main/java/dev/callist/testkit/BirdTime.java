package dev.callist.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Bird's instants: UTC with {@code Z}, the fraction without the zeros at its end, none at all for a whole second. */
final class BirdTime {
    private BirdTime() {}

    static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
