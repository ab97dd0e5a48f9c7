package dev.callist.cli.console;

import dev.callist.cli.text.CountText;
import dev.callist.cli.text.RangeText;
import dev.callist.sync.SyncListener;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.SyncReport.Reading;
import dev.callist.sync.TimeRange;
import dev.callist.sync.WriteCounts;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows on standard error what the copy of one source does: each listing as it begins, and how far it is. Not thread-safe. */
public final class SyncProgress implements SyncListener {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Console console;
    private final String provider;
    private final LongSupplier nanoTime;
    private long shownAtNanos;

    /** The progress of a source of this provider. */
    public SyncProgress(Console console, String provider) {
        this(console, provider, System::nanoTime);
    }

    SyncProgress(Console console, String provider, LongSupplier nanoTime) {
        this.console = console;
        this.provider = provider;
        this.nanoTime = nanoTime;
    }

    @Override
    public void began(Purpose purpose, TimeRange range) {
        shownAtNanos = nanoTime.getAsLong();
        console.printLine(provider + ": " + text(purpose) + RangeText.appended(range));
    }

    @Override
    public void stored(Purpose purpose, WriteCounts counts) {
        long now = nanoTime.getAsLong();
        if (now - shownAtNanos >= INTERVAL.toNanos()) {
            shownAtNanos = now;
            console.printLine(
                    provider + ": " + CountText.of(counts.created() + counts.changed() + counts.unchanged(), "call"));
        }
    }

    @Override
    public void ended(Reading reading) {
        shownAtNanos = nanoTime.getAsLong();
    }

    private static String text(Purpose purpose) {
        return switch (purpose) {
            case CONTINUED -> "continuing where an earlier run stopped";
            case RECENT -> "reading recent calls";
            case IN_DOUBT -> "reading calls in doubt again";
            case HISTORY -> "reading history";
            case AUDIT -> "reading an earlier day again, as a check";
        };
    }
}
