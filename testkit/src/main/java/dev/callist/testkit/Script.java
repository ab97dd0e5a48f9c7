package dev.callist.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is to happen on which request. Thread-safe. */
final class Script {
    private final Map<Integer, Fault> faults = new HashMap<>();
    private final Map<Integer, Twist> twists = new HashMap<>();
    private Optional<Fault> always = Optional.empty();

    synchronized void on(int request, Fault fault) {
        faults.put(numbered(request), Objects.requireNonNull(fault, "fault"));
    }

    synchronized void always(Fault fault) {
        always = Optional.of(fault);
    }

    synchronized void twist(int request, Twist twist) {
        twists.put(numbered(request), twist);
    }

    synchronized void clear() {
        faults.clear();
        twists.clear();
        always = Optional.empty();
    }

    synchronized Optional<Fault> fault(int request) {
        return Optional.ofNullable(faults.get(request)).or(() -> always);
    }

    synchronized Twist twist(int request) {
        return twists.getOrDefault(request, Twist.NONE);
    }

    private static int numbered(int request) {
        if (request < 1) {
            throw new IllegalArgumentException("requests are numbered from 1");
        }
        return request;
    }
}
