package dev.callist.testkit.internal.twilio;

import dev.callist.testkit.internal.laml.LamlDialect.TimeSpan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The times of Twilio's filters: a day in UTC, or a time in UTC with or without a {@code Z}. */
final class TwilioTime {
    private static final int DAY_LENGTH = 10;

    private TwilioTime() {}

    static Optional<TimeSpan> read(String text) {
        try {
            return Optional.of(text.length() == DAY_LENGTH ? day(LocalDate.parse(text)) : time(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeSpan day(LocalDate day) {
        Instant next = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new TimeSpan(day.atStartOfDay(ZoneOffset.UTC).toInstant(), next.minusSeconds(1));
    }

    private static TimeSpan time(String text) {
        Instant instant = LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text)
                .toInstant(ZoneOffset.UTC);
        return new TimeSpan(instant, instant);
    }
}
