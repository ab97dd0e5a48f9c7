package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.provider.OverHttp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** How often OkHttp's watchdog wakes up while 4 MiB are read. */
class WatchdogHoldTest extends OverHttp {
    private static final int OFTEN = 50;
    private static final int MAX_BODIES = 200;
    private static final String LARGE = "{\"results\":[" + " ".repeat(4 << 20) + "]}";

    @Test
    void letsTheWatchdogSleepWhileABodyIsRead() throws IOException {
        readByOkHttpUntilTheWatchdogHasWokenOften();
        long before = wakings();
        answerLarge();

        page(options().build());

        assertThat(wakings() - before).isLessThan(OFTEN / 5);
    }

    /** On a busy machine the watchdog may sleep through most of a body. */
    private void readByOkHttpUntilTheWatchdogHasWokenOften() throws IOException {
        long start = wakings();
        OkHttpClient client = new OkHttpClient();
        Request request = new Request.Builder().url(server.url("/")).build();
        for (int body = 0; wakings() - start < OFTEN; body++) {
            assertThat(body).as("bodies").isLessThan(MAX_BODIES);
            answerLarge();
            try (Response response = client.newCall(request).execute()) {
                assertThat(response.body().bytes()).hasSize(LARGE.length());
            }
        }
    }

    private void answerLarge() {
        server.enqueue(new MockResponse.Builder().body(LARGE).build());
    }

    private static long wakings() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("Okio Watchdog"))
                .mapToLong(ThreadInfo::getWaitedCount)
                .sum();
    }
}
