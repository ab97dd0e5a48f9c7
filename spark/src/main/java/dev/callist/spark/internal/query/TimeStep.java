package dev.callist.spark.internal.query;

import java.time.Duration;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;

/**
 * The most time that a batch of a stream moves on.
 *
 * @param length more than zero
 */
public record TimeStep(Duration length) implements ReadLimit {}
