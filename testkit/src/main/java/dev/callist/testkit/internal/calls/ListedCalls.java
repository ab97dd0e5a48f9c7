package dev.callist.testkit.internal.calls;

import dev.callist.testkit.SandboxCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The calls of a list at one moment. Places are counted from 0, the newest; a place may have no call, because its call
 * is not listed yet or was deleted. Immutable.
 */
public interface ListedCalls {
    int places();

    /** The call at a place; absent if the list does not have it. */
    Optional<SandboxCall> at(int place);

    /** The id that belongs to a place, with or without a call. */
    UUID id(int place);

    /**
     * The creation time that belongs to a place, with or without a call; strictly older than that of the previous
     * place.
     */
    long createdMillis(int place);

    /** The place that an id belongs to. */
    OptionalInt placeOf(UUID id);

    /** Whether every place has a call. */
    boolean isWhole();

    /** All calls, the newest first. */
    default Stream<SandboxCall> all() {
        return IntStream.range(0, places()).mapToObj(this::at).flatMap(Optional::stream);
    }

    /** How many calls the list has. */
    default int count() {
        return isWhole() ? places() : (int) all().count();
    }

    /** The call with an id, if the list has it. */
    default Optional<SandboxCall> find(UUID id) {
        OptionalInt place = placeOf(id);
        return place.isPresent() ? at(place.getAsInt()) : Optional.empty();
    }
}
