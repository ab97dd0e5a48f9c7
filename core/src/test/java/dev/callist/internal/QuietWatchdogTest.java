package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
class QuietWatchdogTest extends OverHttp {
    private static final String LARGE = "{\"results\":[" + " ".repeat(4 << 20) + "]}";

    @Test
    void letsTheWatchdogSleepWhileABodyIsRead() throws IOException {
        for (int i = 0; i < 2; i++) {
            server.enqueue(new MockResponse.Builder().body(LARGE).build());
        }
        long before = wakings();
        readByOkHttpAlone();
        long between = wakings();
        page(options().build());
        long after = wakings();

        assertThat(between - before).isGreaterThan(25);
        assertThat(after - between).isLessThan((between - before) / 5);
    }

    private void readByOkHttpAlone() throws IOException {
        Request request = new Request.Builder().url(server.url("/")).build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            assertThat(response.body().bytes()).hasSize(LARGE.length());
        }
    }

    private static long wakings() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("Okio Watchdog"))
                .mapToLong(ThreadInfo::getWaitedCount)
                .sum();
    }
}
