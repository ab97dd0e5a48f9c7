package dev.callist.testkit.history;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.TimeSource;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.local.LocalSocketFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listers for the servers of histories, used in turn, because creating one costs more than a history does. A late
 * request reaches the server that it was meant for.
 */
final class HistoryListers implements AutoCloseable {
    private static final int SLOTS = 32;
    private static final int[] ATTEMPTS = {1, 2, 5};
    private static final int BUDGET = 1 << 20;

    private final List<Slot> slots = new ArrayList<>();
    private int used;

    HistoryListers(Function<ClientOptions, CallLister> make) {
        for (int i = 0; i < SLOTS; i++) {
            slots.add(new Slot(make, ATTEMPTS[i % ATTEMPTS.length]));
        }
    }

    /** A lister that was not used recently; it now sends its requests to this server. */
    CallLister next(HistoryServer server) {
        Slot slot = slots.get(used++ % SLOTS);
        slot.server = server;
        return slot.lister;
    }

    @Override
    public void close() {
        slots.forEach(slot -> slot.lister.close());
    }

    /** A lister with its server, whose clock it shares, give or take an hour. Waiting takes no time. */
    private static final class Slot implements TimeSource {
        private final CallLister lister;
        private volatile @Nullable HistoryServer server;

        Slot(Function<ClientOptions, CallLister> make, int attempts) {
            this.lister = make.apply(ContractFixture.quick()
                    .time(this)
                    .maxAttempts(attempts)
                    .retryBudget(BUDGET)
                    .keepRawJson(false)
                    .httpClient(LocalSocketFactory.clientOf(request -> server().answer(request)))
                    .build());
        }

        private HistoryServer server() {
            HistoryServer bound = server;
            if (bound == null) {
                throw new IllegalStateException("no history has begun");
            }
            return bound;
        }

        @Override
        public Instant now() {
            return server().clientNow();
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration time) {}
    }
}
