package dev.callist.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Keeps the responses of another list, so that repeated walks do not wait for them to be created. Requests with the
 * same key have the same response. Thread-safe.
 */
record CachedList(ServedList list, UnaryOperator<String> key, Map<String, byte[]> responses) implements ServedList {
    CachedList(ServedList list) {
        this(list, UnaryOperator.identity());
    }

    CachedList(ServedList list, UnaryOperator<String> key) {
        this(list, key, new ConcurrentHashMap<>());
    }

    @Override
    public byte[] respond(String method, String target, byte[] body) {
        String request = method + ' ' + target + ' ' + new String(body, StandardCharsets.UTF_8);
        return responses.computeIfAbsent(key.apply(request), unseen -> list.respond(method, target, body));
    }

    @Override
    public void close() {
        list.close();
    }
}
