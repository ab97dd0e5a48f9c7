package dev.callist.spark.internal.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * How far an account has been read.
 *
 * @param watermark calls that were created before it have been read
 * @param frozenEnd the end of the list when the batch was planned that read up to the watermark; later it may be read
 *     again
 * @param oldestOpen the creation time of the oldest call that may still change, as known when the offset was made;
 *     absent if it is not known
 */
record AccountProgress(Instant watermark, Instant frozenEnd, Optional<Instant> oldestOpen) {}
