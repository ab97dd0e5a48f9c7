package dev.callist.cli;

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

class ProgressTest {
    private static final Call CALL = Call.builder()
            .provider("test")
            .id("c1")
            .direction(CallDirection.INBOUND)
            .status(CallStatus.COMPLETED)
            .build();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void isDrawnInPlaceOnATerminalAndTakenAwayAtTheEnd() {
        Progress progress = progress(true);
        progress.expect(Optional.of(300L), Optional.empty());
        reach(progress);
        pass(99);
        progress.handed(CALL);
        assertThat(printed()).isEmpty();
        pass(1);
        progress.handed(CALL);
        assertThat(printed()).isEqualTo("\rcallist: [------------------------]   1 %  2 calls, 1 page\u001b[K");
        for (int i = 0; i < 97; i++) {
            progress.handed(CALL);
        }
        pass(100);
        progress.handed(CALL);
        progress.clear();
        assertThat(printed())
                .endsWith("\rcallist: [########----------------]  33 %  100 calls, 1 page\u001b[K\r\u001b[K");
    }

    @Test
    void isALineEveryFiveSecondsElsewhere() {
        Progress progress = progress(false);
        reach(progress);
        pass(4_999);
        progress.handed(CALL);
        assertThat(printed()).isEmpty();
        pass(1);
        progress.handed(CALL);
        progress.handed(CALL);
        progress.clear();
        assertThat(printed()).isEqualTo("callist: 2 calls, 1 page\n");
    }

    private static void reach(Progress progress) {
        progress.pageFetched(new FetchedPage("test", 1, 100, 0, 0));
    }

    private void pass(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Progress progress(boolean onTerminal) {
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console =
                new Console(new ByteArrayOutputStream(), printer, Map.of(), onTerminal, onTerminal, new Cancellation());
        return new Progress(console, false, nanos::get);
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
