package dev.callist.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallStatus;
import dev.callist.ListingListener.FailedAttempt;
import dev.callist.ListingListener.FetchedPage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
    private static final Call CALL = Call.builder()
            .provider("test")
            .id("c1")
            .direction(CallDirection.INBOUND)
            .status(CallStatus.COMPLETED)
            .build();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void isDrawnInPlaceOnATerminalAndErasedAtTheEnd() {
        ProgressDisplay progress = progress(true);
        progress.setGoal(Optional.of(300L), Optional.empty());
        fetchPage(progress);
        passMillis(99);
        progress.callWritten(CALL);
        assertThat(printed()).isEmpty();
        passMillis(1);
        progress.callWritten(CALL);
        assertThat(printed()).isEqualTo("\rcallist: [------------------------]   1 %  2 calls, 1 page\u001b[K");
        for (int i = 0; i < 97; i++) {
            progress.callWritten(CALL);
        }
        passMillis(100);
        progress.callWritten(CALL);
        progress.pause();
        assertThat(printed())
                .endsWith("\rcallist: [########----------------]  33 %  100 calls, 1 page\u001b[K\r\u001b[K");
    }

    @Test
    void showsTheRateAndTheTimeLeftOfALimitedList() {
        ProgressDisplay progress = progress(true);
        progress.setGoal(Optional.of(1000L), Optional.empty());
        fetchPage(progress);
        for (int i = 0; i < 99; i++) {
            progress.callWritten(CALL);
        }
        passMillis(10_000);
        progress.callWritten(CALL);
        assertThat(printed())
                .contains("callist: [##----------------------]  10 %  100 calls, 1 page, 10 calls/s,"
                        + " about 1 min 30 s left\u001b[K");
    }

    @Test
    void showsTheTimeLeftOfAWindow() {
        ProgressDisplay progress = progress(true);
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        progress.setGoal(Optional.empty(), Optional.of(from));
        fetchPage(progress);
        progress.callWritten(createdAt(from.plusSeconds(4000)));
        passMillis(4_000);
        progress.callWritten(createdAt(from.plusSeconds(2000)));
        assertThat(printed()).endsWith(" 50 %  2 calls, 1 page, 0.5 calls/s, about 4 s left\u001b[K");
    }

    @Test
    void showsTheTimeLeftOfAListWhoseTotalTheProviderGives() {
        ProgressDisplay progress = progress(true);
        progress.pageFetched(new FetchedPage("test", 1, 100, 0, 0, OptionalLong.of(400)));
        passMillis(10_000);
        progress.callWritten(CALL);
        assertThat(printed()).contains(" 25 %  1 call, 1 page, 0.1 calls/s, about 30 s left\u001b[K");
    }

    @Test
    void countsTheCallsOfPagesIfNoneIsWritten() {
        ProgressDisplay progress = progress(false);
        progress.begin("sales");
        passMillis(30_000);
        fetchPage(progress);
        assertThat(printed()).isEqualTo("callist: sales: 100 calls, 1 page, 3.3 calls/s\n");
    }

    @Test
    void saysHowLongTheServerHasNotAnswered() {
        ProgressDisplay progress = progress(true);
        passMillis(1_000);
        progress.tick();
        assertThat(printed()).isEqualTo("\rcallist: waiting for an answer, 1 s\u001b[K");
        fetchPage(progress);
        passMillis(75_000);
        progress.tick();
        assertThat(printed()).endsWith("\rcallist: 100 calls, 1 page, 1.3 calls/s, waiting for 1 min 15 s\u001b[K");
        progress.pause();
        passMillis(1_000);
        progress.tick();
        assertThat(printed()).endsWith("\u001b[K\r\u001b[K");
    }

    @Test
    void showsFailedAttemptsAndWaitsOnATerminalOnly() {
        ProgressDisplay progress = progress(true);
        passMillis(1_000);
        progress.tick();
        progress.attemptFailed(failedAttempt());
        assertThat(printed())
                .endsWith("\r\u001b[Kcallist: bird: attempt 2 failed (SERVER_ERROR, status 503);"
                        + " the next one follows in 1.5 s\n");
        passMillis(1_000);
        progress.tick();
        assertThat(printed()).endsWith("\rcallist: waiting for an answer, 2 s, 1 retry\u001b[K");

        err.reset();
        progress(false).attemptFailed(failedAttempt());
        assertThat(printed()).isEmpty();
    }

    @Test
    void showsNothingIfItIsQuiet() {
        ProgressDisplay progress = new ProgressDisplay(console(true), new OutputStyle(true, false), nanos::get);
        progress.begin();
        passMillis(60_000);
        progress.tick();
        progress.attemptFailed(failedAttempt());
        progress.note("reading recent calls");
        progress.callWritten(CALL);
        progress.close();
        assertThat(printed()).isEmpty();
    }

    private static FailedAttempt failedAttempt() {
        return new FailedAttempt(
                "bird",
                "GET /calls",
                2,
                CallListException.Kind.SERVER_ERROR,
                OptionalInt.of(503),
                Optional.of(Duration.ofMillis(1500)));
    }

    private static Call createdAt(Instant time) {
        return Call.builder().copyFrom(CALL).createdAt(time).build();
    }

    @Test
    void isALineEveryThirtySecondsIfThereIsNoTerminal() {
        ProgressDisplay progress = progress(false);
        fetchPage(progress);
        passMillis(29_999);
        progress.callWritten(CALL);
        assertThat(printed()).isEmpty();
        passMillis(1);
        progress.callWritten(CALL);
        progress.callWritten(CALL);
        progress.pause();
        assertThat(printed()).isEqualTo("callist: 2 calls, 1 page, 0.1 calls/s\n");
    }

    private static void fetchPage(ProgressDisplay progress) {
        progress.pageFetched(new FetchedPage("test", 1, 100, 0, 0, OptionalLong.empty()));
    }

    private void passMillis(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private ProgressDisplay progress(boolean onTerminal) {
        ProgressDisplay progress = new ProgressDisplay(console(onTerminal), OutputStyle.OF_ONE_PROVIDER, nanos::get);
        progress.begin();
        return progress;
    }

    private Console console(boolean onTerminal) {
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Console(new ByteArrayOutputStream(), printer, Map.of(), onTerminal, onTerminal, new Cancellation());
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
