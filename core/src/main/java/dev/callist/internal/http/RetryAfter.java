package dev.callist.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to wait, in seconds or as a date. Invalid, negative and past values are ignored. */
final class RetryAfter {
    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    /**
     * The wait that a response asks for.
     *
     * @param millisHeader the header with the wait in milliseconds; read if there is no Retry-After
     */
    static Optional<Duration> of(Response response, Instant now, String millisHeader) {
        return standard(response, now).or(() -> millis(response.header(millisHeader)));
    }

    private static Optional<Duration> millis(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(String::strip)
                .filter(RetryAfter::isNumber)
                .map(digits -> seconds(digits).dividedBy(1000));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<Duration> standard(Response response, Instant now) {
        String kept = response.header(RetryHeaderInterceptor.KEPT);
        String value = kept == null ? "" : kept.strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (isNumber(value)) {
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
