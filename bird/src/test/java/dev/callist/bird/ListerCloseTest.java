package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Rule 10: closing the lister ends a walk promptly, also while a name is looked up, which nothing can break off. */
class ListerCloseTest {
    @Test
    void endsAWalkThatWaitsForANameToBeLookedUp() throws InterruptedException {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch found = new CountDownLatch(1);
        OkHttpClient own = new OkHttpClient.Builder()
                .dns(host -> {
                    looking.countDown();
                    awaitWhateverHappens(found);
                    return List.of(InetAddress.getLoopbackAddress());
                })
                .build();
        try (Bench bench = new Bench(Bench.quick().httpClient(own).build())) {
            CallIterator walk = bench.bird.list(CallQuery.all()).iterator();
            List<Kind> met = new ArrayList<>();
            Thread reader = new Thread(() -> met.add(
                    catchThrowableOfType(CallListException.class, walk::hasNext).kind()));
            reader.start();
            looking.await();
            bench.bird.close();
            reader.join(Duration.ofSeconds(2).toMillis());
            boolean ended = !reader.isAlive();
            found.countDown();
            reader.join();
            assertThat(ended).isTrue();
            assertThat(met).containsExactly(Kind.CLOSED);
        }
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
