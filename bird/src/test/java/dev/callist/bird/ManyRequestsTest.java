package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** L5: CLOSED is for listers that were closed, not for busy ones. */
class ManyRequestsTest {
    @Test
    void doesNotSayClosedBecauseManyRequestsAreUnderWay() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1000);
        CountDownLatch go = new CountDownLatch(1);
        OkHttpClient slow = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    busy.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (Bench bench =
                new Bench(Bench.quick().httpClient(slow).maxAttempts(1).build())) {
            for (int i = 0; i < 1000; i++) {
                started(bench, new ArrayList<>());
            }
            busy.await();
            List<Kind> met = Collections.synchronizedList(new ArrayList<>());
            started(bench, met).join(Duration.ofMillis(500).toMillis());
            assertThat(met).doesNotContain(Kind.CLOSED);
        }
    }

    private static Thread started(Bench bench, List<Kind> met) {
        Thread thread = new Thread(() -> met.add(
                catchThrowableOfType(CallListException.class, bench::fetch).kind()));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
