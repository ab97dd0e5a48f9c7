package dev.callist.internal.http;

import dev.callist.internal.text.IsoInstants;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: a number of seconds, with a fraction or a unit if need be ({@code 7}, {@code
 * 3.5}, {@code 3s}, {@code 500 ms}), an ISO duration ({@code PT3S}), an HTTP date, or an ISO time with a zone. Any
 * other value, a negative wait and a time that has passed are ignored, as if the header were absent.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);
    private static final int MAX_DIGITS = 18;
    private static final int NANO_DIGITS = 9;
    private static final Pattern NUMBER =
            Pattern.compile("(\\d++)(\\.\\d++)? ?(|ms|millis(?:econds)?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)");
    private static final Pattern ISO_DURATION = Pattern.compile("P[0-9DTHMS.]{1,40}");

    private RetryAfter() {}

    /**
     * The wait that a response asks for.
     *
     * @param millisHeader the header with the wait in milliseconds; read if there is no Retry-After
     */
    static Optional<Duration> of(Response response, Instant now, String millisHeader) {
        return standard(response, now).or(() -> millis(response.header(millisHeader)));
    }

    /** Whether the wait comes from a Retry-After, which is not sent without a reason. */
    static boolean isAsked(Response response, Optional<Duration> wait) {
        return wait.isPresent() && response.header(RetryHeaderInterceptor.KEPT) != null;
    }

    private static Optional<Duration> millis(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> NUMBER.matcher(text.strip()))
                .filter(number -> number.matches() && number.group(3).isEmpty())
                .map(number -> length(number, Duration.ofMillis(1)));
    }

    private static Optional<Duration> standard(Response response, Instant now) {
        String kept = response.header(RetryHeaderInterceptor.KEPT);
        String value = kept == null ? "" : kept.strip();
        Matcher number = NUMBER.matcher(value.toLowerCase(Locale.ROOT));
        if (number.matches()) {
            return Optional.of(length(number, unit(number.group(3))));
        }
        if (ISO_DURATION.matcher(value).matches()) {
            return isoDuration(value);
        }
        Date sent = response.headers().getDate("Date");
        return moment(value)
                .map(end -> Duration.between(sent == null ? now : sent.toInstant(), end))
                .filter(wait -> !wait.isNegative() && !wait.isZero());
    }

    private static Duration length(Matcher number, Duration unit) {
        String whole = number.group(1).replaceFirst("^0+(?=.)", "");
        if (whole.length() > MAX_DIGITS) {
            return LONGEST;
        }
        String fraction = number.group(2) == null ? "" : number.group(2);
        String digits = fraction.substring(0, Math.min(fraction.length(), NANO_DIGITS + 1));
        BigDecimal nanos = new BigDecimal(whole + digits).multiply(BigDecimal.valueOf(unit.toNanos()));
        BigDecimal[] parts = nanos.setScale(0, RoundingMode.CEILING)
                .divideAndRemainder(BigDecimal.valueOf(Duration.ofSeconds(1).toNanos()));
        return parts[0].compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? LONGEST
                : Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
    }

    private static Duration unit(String word) {
        return switch (word.startsWith("milli") ? "ms" : word) {
            case "ms" -> Duration.ofMillis(1);
            case "m", "min", "mins", "minute", "minutes" -> Duration.ofMinutes(1);
            case "h", "hour", "hours" -> Duration.ofHours(1);
            default -> Duration.ofSeconds(1);
        };
    }

    private static Optional<Duration> isoDuration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String value) {
        Date date = Headers.of("Date", value.replaceAll("[^ -~]", "")).getDate("Date");
        return Optional.ofNullable(date).map(Date::toInstant).or(() -> IsoInstants.read(value));
    }
}
