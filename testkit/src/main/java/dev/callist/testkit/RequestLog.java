package dev.callist.testkit;

import java.util.ArrayList;
import java.util.List;

/** The requests that have reached a server, numbered from 1. Thread-safe. */
final class RequestLog {
    private final List<SandboxRequest> requests = new ArrayList<>();

    synchronized SandboxRequest add(SandboxRequest arrived) {
        SandboxRequest request = arrived.numbered(requests.size() + 1);
        requests.add(request);
        return request;
    }

    synchronized int count() {
        return requests.size();
    }

    synchronized List<SandboxRequest> all() {
        return List.copyOf(requests);
    }
}
