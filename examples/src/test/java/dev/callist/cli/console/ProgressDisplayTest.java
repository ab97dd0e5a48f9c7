package dev.callist.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallStatus;
import dev.callist.ListingListener.FetchedPage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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
        progress.clear();
        assertThat(printed())
                .endsWith("\rcallist: [########----------------]  33 %  100 calls, 1 page\u001b[K\r\u001b[K");
    }

    @Test
    void isALineEveryFiveSecondsIfThereIsNoTerminal() {
        ProgressDisplay progress = progress(false);
        fetchPage(progress);
        passMillis(4_999);
        progress.callWritten(CALL);
        assertThat(printed()).isEmpty();
        passMillis(1);
        progress.callWritten(CALL);
        progress.callWritten(CALL);
        progress.clear();
        assertThat(printed()).isEqualTo("callist: 2 calls, 1 page\n");
    }

    private static void fetchPage(ProgressDisplay progress) {
        progress.pageFetched(new FetchedPage("test", 1, 100, 0, 0));
    }

    private void passMillis(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private ProgressDisplay progress(boolean onTerminal) {
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console =
                new Console(new ByteArrayOutputStream(), printer, Map.of(), onTerminal, onTerminal, new Cancellation());
        return new ProgressDisplay(console, new OutputStyle(false, false), nanos::get);
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
