package dev.callist.internal;

import dev.callist.CallBuilder;
import java.util.Optional;

/** Turns a provider's record into a neutral call; pure and total. */
@FunctionalInterface
public interface RowMapper<R> {
    /** The call; absent when the record has no id, and for nothing else. */
    Optional<CallBuilder> map(R record);
}
