package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.TimeSource;
import dev.callist.provider.JsonClient;
import dev.callist.provider.OverHttp;
import dev.callist.provider.StoppedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A wait that a server requests in one response applies to all requests of the client. */
class SharedWaitTest extends OverHttp {
    private static final Duration ASKED = Duration.ofSeconds(7);

    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private volatile Runnable another = () -> {};

    @Test
    void sendsNoOtherRequestWhileTheServerAsksOneToWait() {
        answer(429, "Retry-After", "7");
        answerRows();
        answerRows();
        try (JsonClient client =
                client(options().time(new Meanwhile()).random(() -> 0).build())) {
            another = () -> client.page(request(), ItemPage.class, glance -> {});
            client.page(request(), ItemPage.class, glance -> {});
        }

        assertThat(slept).containsExactly(ASKED, ASKED);
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    /** A clock that advances once two threads wait for it; the first wait lets another request start. */
    private final class Meanwhile implements TimeSource {
        @Override
        public Instant now() {
            return StoppedTime.START;
        }

        @Override
        public long nanoTime() {
            return slept.size() < 2 ? 0 : ASKED.toNanos();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            slept.add(time);
            if (slept.size() == 1) {
                Thread other = new Thread(another);
                other.start();
                other.join();
            }
        }
    }
}
