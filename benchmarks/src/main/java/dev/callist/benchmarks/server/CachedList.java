package dev.callist.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Another list's answers, each asked for once and kept, so that repeated walks do not pay for its making. Requests that differ
 * in what the key drops have the same answer. Thread-safe.
 */
record KeptAnswers(Served list, UnaryOperator<String> key, Map<String, byte[]> kept) implements Served {
    KeptAnswers(Served list) {
        this(list, UnaryOperator.identity());
    }

    KeptAnswers(Served list, UnaryOperator<String> key) {
        this(list, key, new ConcurrentHashMap<>());
    }

    @Override
    public byte[] answer(String method, String target, byte[] body) {
        String asked = method + ' ' + target + ' ' + new String(body, StandardCharsets.UTF_8);
        return kept.computeIfAbsent(key.apply(asked), any -> list.answer(method, target, body));
    }

    @Override
    public void close() {
        list.close();
    }
}
