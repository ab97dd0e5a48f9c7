package dev.callist.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A decoded response, with the retries that it took.
 *
 * @param value the decoded body
 * @param retries failed attempts before it, from 0
 * @param waited time spent waiting between the attempts; not negative
 * @param servedAt the server's time, from its Date header; absent when it sent none
 */
public record ApiResponse<T>(T value, int retries, Duration waited, Optional<Instant> servedAt) {
    /** Rejects null. */
    public ApiResponse {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(servedAt, "servedAt");
    }
}
