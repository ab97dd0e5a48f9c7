package dev.callist.testkit.history;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/** The faults of a history's responses; a walk survives each of them. */
final class HistoryFaults {
    private static final int LAST_FAULT = 100;
    private static final SocketEffect CLOSE = new SocketEffect.CloseSocket();

    private HistoryFaults() {}

    static boolean hits(History history, int request, SplittableRandom random) {
        return request <= LAST_FAULT && random.nextInt(100) < history.faults();
    }

    /** Another answer in place of this one. */
    static MockResponse spoiled(MockResponse.Builder answer, SplittableRandom random) throws IOException {
        return switch (random.nextInt(9)) {
            case 0 -> answer.onResponseBody(CLOSE).build();
            case 1 -> answer.onResponseStart(CLOSE).build();
            case 2 -> answer.body("").build();
            case 3 -> throw new SocketTimeoutException("the answer stays away");
            case 4 -> status(429).setHeader("Retry-After", "2").build();
            case 5 -> status(429).setHeader("Retry-After", "3600").build();
            case 6 -> status(403).build();
            case 7 -> status(503).build();
            default -> status(500).build();
        };
    }

    private static MockResponse.Builder status(int status) {
        return new MockResponse.Builder().code(status).body("{}");
    }
}
