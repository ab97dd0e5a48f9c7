package dev.callist.testkit.internal.plivodialer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What the dialer takes for a day.
 *
 * @param zone the account's own zone
 * @param includesLast whether {@code dateTo} is the last day that is listed, rather than the first one that is not
 */
public record PlivoDialerDays(ZoneOffset zone, boolean includesLast) {
    boolean isFrom(Instant at, LocalDate first) {
        return !day(at).isBefore(first);
    }

    boolean isTo(Instant at, LocalDate last) {
        return day(at).isBefore(includesLast ? last.plusDays(1) : last);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
