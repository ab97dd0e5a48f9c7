package dev.callist.provider;

import dev.callist.CallBuilder;
import java.util.Optional;

/**
 * Turns a native record into a neutral call. It does no I/O, reads no clock, and never throws: an unknown word becomes
 * UNKNOWN. Thread-safe.
 *
 * @param <R> the native record
 */
@FunctionalInterface
public interface RowMapper<R> {
    /**
     * The call of a record, with at least provider, id, direction and status; absent only if the record has no id. The
     * native record, the raw JSON and the unreadable fields are added afterwards.
     */
    Optional<CallBuilder> map(R record);
}
