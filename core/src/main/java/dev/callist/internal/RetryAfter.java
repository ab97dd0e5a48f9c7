package dev.callist.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;

/** Reads how long a server asks to wait: seconds or a date; junk, negative and past values are ignored. */
final class RetryAfter {
    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    static Optional<Duration> of(Response response, Instant now) {
        String kept = response.header(HiddenRetries.KEPT);
        String value = kept == null ? "" : kept.strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(seconds(value));
        }
        Date date = Headers.of("Date", value.replaceAll("[^ -~]", "")).getDate("Date");
        if (date == null) {
            return Optional.empty();
        }
        Date sent = response.headers().getDate("Date");
        Duration wait = Duration.between(sent == null ? now : sent.toInstant(), date.toInstant());
        return wait.isNegative() || wait.isZero() ? Optional.empty() : Optional.of(wait);
    }

    private static Duration seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return Duration.ofSeconds(significant.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(significant));
    }
}
