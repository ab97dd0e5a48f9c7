package dev.callist.internal.threads;

import dev.callist.CallListException.Kind;
import dev.callist.ListingListener.FailedAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds and records the attempts at the requests that one thread makes while it runs an action. The attempts
 * themselves may run on other threads. Thread-safe.
 */
public final class AttemptScope {
    private static final ThreadLocal<@Nullable AttemptScope> CURRENT = new ThreadLocal<>();

    private final int most;
    private final Set<Kind> notRetried;
    private final List<FailedAttempt> failed = new ArrayList<>();
    private int begun;

    /** A scope of at most this many attempts, from 1. */
    public AttemptScope(int most) {
        this(most, Set.of());
    }

    private AttemptScope(int most, Set<Kind> notRetried) {
        this.most = most;
        this.notRetried = notRetried;
    }

    /** A scope in which attempts that failed in these ways are not retried. */
    public static AttemptScope notRetrying(Set<Kind> kinds) {
        return new AttemptScope(Integer.MAX_VALUE, kinds);
    }

    /** The scope in which the current thread makes its requests; absent outside of {@link #run}. */
    public static Optional<AttemptScope> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Runs an action whose requests belong to this scope. */
    public <T> T run(Supplier<T> action) {
        AttemptScope outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return action.get();
        } finally {
            CURRENT.set(outer);
        }
    }

    /** Counts an attempt that begins. */
    public synchronized void begin() {
        begun++;
    }

    /** Whether another attempt may begin after one that failed in this way. */
    public synchronized boolean allowsMoreAfter(Kind failure) {
        return begun < most && !notRetried.contains(failure);
    }

    public synchronized void failed(FailedAttempt attempt) {
        failed.add(attempt);
    }

    /** How many attempts have begun; 0 if the requests were made without the provider kit. */
    public synchronized int begun() {
        return begun;
    }

    /** The attempts that failed, in order. */
    public synchronized List<FailedAttempt> failures() {
        return List.copyOf(failed);
    }
}
