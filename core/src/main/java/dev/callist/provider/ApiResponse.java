package dev.callist.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A decoded response, and what it took to get it.
 *
 * @param value the decoded body
 * @param retries failed attempts before it, from 0
 * @param waited time spent waiting between the attempts; not negative
 * @param servedAt the server's time, from its Date header; absent when it sent none
 */
public record ApiResponse<T>(T value, int retries, Duration waited, Optional<Instant> servedAt) {
    /** Checks that all parts are there. */
    public ApiResponse {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(servedAt, "servedAt");
    }
}
