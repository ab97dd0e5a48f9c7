package dev.callist.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A decoded answer, and what it took to get it.
 *
 * @param value the decoded body
 * @param retries failed attempts before it
 * @param waited time spent waiting between attempts
 * @param servedAt the server's time, where it names it
 */
public record Answer<T>(T value, int retries, Duration waited, Optional<Instant> servedAt) {}
