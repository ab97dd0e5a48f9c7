package dev.callist.testkit.internal.server;

import dev.callist.testkit.SandboxRequest;
import java.util.ArrayList;
import java.util.List;

/** The requests that have reached a server, numbered from 1. Thread-safe. */
public final class RequestLog {
    private final List<SandboxRequest> requests = new ArrayList<>();

    public synchronized SandboxRequest add(SandboxRequest arrived) {
        SandboxRequest request = arrived.numbered(requests.size() + 1);
        requests.add(request);
        return request;
    }

    public synchronized int count() {
        return requests.size();
    }

    public synchronized List<SandboxRequest> all() {
        return List.copyOf(requests);
    }
}
