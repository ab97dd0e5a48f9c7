package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final ManualTime time = ManualTime.startingAt(START);

    @Test
    void standsStillByItself() {
        assertThat(time.now()).isEqualTo(START).isEqualTo(time.now());
        assertThat(time.nanoTime()).isZero();
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void advancesBothReadingsWhenAThreadWaits() throws Exception {
        time.sleep(Duration.ofHours(1));
        time.sleep(Duration.ofMillis(250));

        assertThat(time.now()).isEqualTo(START.plusMillis(3_600_250));
        assertThat(time.nanoTime()).isEqualTo(3_600_250_000_000L);
        assertThat(time.slept()).containsExactly(Duration.ofHours(1), Duration.ofMillis(250));
    }

    @Test
    void movesOnWithoutAWait() {
        time.advance(Duration.ofDays(2));

        assertThat(time.now()).isEqualTo(START.plus(Duration.ofDays(2)));
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void doesNotGoBack() {
        assertThatThrownBy(() -> time.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> time.sleep(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void endsAWaitOfAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> time.sleep(Duration.ofSeconds(1))).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(time.now()).isEqualTo(START);
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void countsTheWaitsOfAllThreads() throws Exception {
        CountDownLatch done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            new Thread(() -> {
                        waitOften();
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        assertThat(time.slept()).hasSize(400);
        assertThat(time.now()).isEqualTo(START.plusMillis(400));
    }

    private void waitOften() {
        for (int i = 0; i < 100; i++) {
            try {
                time.sleep(Duration.ofMillis(1));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
