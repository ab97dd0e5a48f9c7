package dev.callist.testkit.internal.calls;

import dev.callist.testkit.SandboxCall;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** The first calls of the deterministic set, which never change: a call's place is its index. */
public record FixedCalls(int places) implements ListedCalls {
    /** Checks the number. */
    public FixedCalls {
        if (places < 0) {
            throw new IllegalArgumentException("a list has 0 calls or more");
        }
    }

    /** A source of these calls. */
    public static Supplier<ListedCalls> source(int calls) {
        ListedCalls fixed = new FixedCalls(calls);
        return () -> fixed;
    }

    @Override
    public Optional<SandboxCall> at(int place) {
        return Optional.of(SandboxCalls.at(place));
    }

    @Override
    public UUID id(int place) {
        return SandboxIds.call(place);
    }

    @Override
    public long createdMillis(int place) {
        return SandboxTimes.createdMillis(place);
    }

    @Override
    public OptionalInt placeOf(UUID id) {
        OptionalInt index = SandboxIds.indexOf(id);
        return index.isPresent() && index.getAsInt() < places ? index : OptionalInt.empty();
    }

    @Override
    public boolean isWhole() {
        return true;
    }
}
