package dev.callist.internal;

import java.time.Duration;

/**
 * A decoded answer, and what it took to get it.
 *
 * @param value the decoded body
 * @param retries failed attempts before it
 * @param waited time spent waiting between attempts
 */
public record Answer<T>(T value, int retries, Duration waited) {}
