package dev.callist.internal.merge;

import dev.callist.Call;
import dev.callist.OverlappingLister;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the calls that two of the merged lists have, as an {@link OverlappingLister} says, so that each is handed over
 * once. It remembers what {@link SeenCalls} remembers, and a resumed walk the last calls of the earlier one. Not
 * thread-safe.
 */
final class ListedTwice {
    private final boolean isNeeded;
    private final SeenCalls seen;
    private final Deque<CallKey> last;

    /**
     * What is known at the start of a walk.
     *
     * @param passed the calls that an earlier walk has passed
     */
    ListedTwice(List<MergedSource> sources, PassedRows passed) {
        this.isNeeded = sources.stream().anyMatch(source -> source.lister() instanceof OverlappingLister);
        this.seen = new SeenCalls(passed.keys());
        this.last = new ArrayDeque<>(passed.keys());
    }

    /** Whether the next call of a source was handed over as a call of another, or is the next one there. */
    boolean has(MergedSource source, List<MergedSource> sources) {
        if (!isNeeded) {
            return false;
        }
        Call call = source.head();
        Optional<CallKey> elsewhere = elsewhere(source, call);
        if (elsewhere.isEmpty()) {
            return seen.contains(CallKey.of(call).aliased());
        }
        CallKey there = elsewhere.get();
        return seen.contains(there)
                || sources.stream()
                        .filter(other -> other != source && other.hasHead())
                        .anyMatch(other -> CallKey.of(other.head()).equals(there));
    }

    /** Remembers a call that is handed over. */
    void passed(MergedSource source, Call call) {
        if (!isNeeded) {
            return;
        }
        CallKey key = elsewhere(source, call).map(CallKey::aliased).orElseGet(() -> CallKey.of(call));
        seen.add(key);
        last.add(key);
        if (last.size() > PassedRows.MAX_KEYS) {
            last.remove();
        }
    }

    /** The keys of the last calls, for a resumed walk. */
    List<CallKey> lastKeys() {
        return List.copyOf(last);
    }

    private static Optional<CallKey> elsewhere(MergedSource source, Call call) {
        return source.lister() instanceof OverlappingLister overlapping
                ? overlapping.elsewhere(call).map(CallKey::of)
                : Optional.empty();
    }
}
