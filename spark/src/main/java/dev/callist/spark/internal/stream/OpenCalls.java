package dev.callist.spark.internal.stream;

import dev.callist.spark.internal.read.SliceResult;
import dev.callist.spark.internal.slice.CallSlice;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The oldest open calls of the latest batch, from what its tasks found out. An account whose slices were not all read
 * to the end is unknown. Not thread-safe.
 */
final class OpenCalls {
    private final Map<String, Set<String>> planned = new HashMap<>();
    private final Set<String> priced = new HashSet<>();

    /** Begins a batch. */
    void planned(List<CallSlice> slices) {
        planned.clear();
        slices.forEach(slice -> planned.computeIfAbsent(slice.account().name(), name -> new HashSet<>())
                .add(slice.toString()));
    }

    /**
     * The oldest call of an account that may still change.
     *
     * @param results of the batch; a task that ran twice is there twice
     * @param none what to return if there is none
     * @return absent if it is not known
     */
    Optional<Instant> oldest(String account, List<SliceResult> results, Instant none) {
        List<SliceResult> own = results.stream()
                .filter(result -> result.account().equals(account))
                .toList();
        Set<String> missing = new HashSet<>(planned.getOrDefault(account, Set.of()));
        boolean isRead = !missing.isEmpty();
        own.forEach(result -> missing.remove(result.slice()));
        if (!isRead || !missing.isEmpty()) {
            return Optional.empty();
        }
        if (own.stream().anyMatch(SliceResult::hasPrices)) {
            priced.add(account);
        }
        Instant oldest = none;
        for (SliceResult result : own) {
            oldest = earlier(oldest, result.oldestNotOver());
            oldest = priced.contains(account) ? earlier(oldest, result.oldestUnpriced()) : oldest;
        }
        return Optional.of(oldest);
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
