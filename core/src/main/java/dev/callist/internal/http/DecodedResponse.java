package dev.callist.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A decoded response, with the retries that it took.
 *
 * @param value the decoded body
 * @param servedAt the server's time, from its Date header
 * @param retries failed attempts before it
 * @param waited time spent waiting between the attempts
 */
public record DecodedResponse<T>(T value, Optional<Instant> servedAt, int retries, Duration waited) {
    /** The response of a first attempt. */
    static <T> DecodedResponse<T> first(T value, Optional<Instant> servedAt) {
        return new DecodedResponse<>(value, servedAt, 0, Duration.ZERO);
    }

    DecodedResponse<T> after(int failed, Duration waiting) {
        return new DecodedResponse<>(value, servedAt, failed, waiting);
    }
}
