package dev.callist.testkit.internal.server;

import dev.callist.testkit.PageTwist;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which request meets which fault, and which pages are twisted. Thread-safe. */
public final class FaultScript {
    private final Map<Integer, FaultEffect> faults = new HashMap<>();
    private final Map<Integer, PageTwist> twists = new HashMap<>();
    private Optional<FaultEffect> always = Optional.empty();

    public synchronized void on(int request, FaultEffect fault) {
        faults.put(requireNumber(request), Objects.requireNonNull(fault, "fault"));
    }

    public synchronized void always(FaultEffect fault) {
        always = Optional.of(fault);
    }

    public synchronized void twist(int request, PageTwist twist) {
        twists.put(requireNumber(request), twist);
    }

    public synchronized void clear() {
        faults.clear();
        twists.clear();
        always = Optional.empty();
    }

    public synchronized Optional<FaultEffect> fault(int request) {
        return Optional.ofNullable(faults.get(request)).or(() -> always);
    }

    public synchronized PageTwist twist(int request) {
        return twists.getOrDefault(request, PageTwist.NONE);
    }

    private static int requireNumber(int request) {
        if (request < 1) {
            throw new IllegalArgumentException("requests are numbered from 1");
        }
        return request;
    }
}
