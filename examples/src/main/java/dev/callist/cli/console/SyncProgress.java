package dev.callist.cli.console;

import dev.callist.cli.text.CountText;
import dev.callist.cli.text.RangeText;
import dev.callist.sync.SyncListener;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.SyncReport.Reading;
import dev.callist.sync.TimeRange;
import dev.callist.sync.WriteCounts;
import java.time.Duration;

/** Shows on standard error what the copy of one source does: each listing as it begins, and how far it is. Not thread-safe. */
public final class SyncProgress implements SyncListener {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Console console;
    private final String name;
    private final LockWait lockWait;
    private final boolean isQuiet;
    private long shownAtNanos;

    /**
     * The progress of a source.
     *
     * @param name what the user calls the account
     * @param lockWait ends when the first listing begins
     * @param isQuiet whether nothing is shown
     */
    public SyncProgress(Console console, String name, LockWait lockWait, boolean isQuiet) {
        this.console = console;
        this.name = name;
        this.lockWait = lockWait;
        this.isQuiet = isQuiet;
    }

    @Override
    public void began(Purpose purpose, TimeRange range) {
        lockWait.end();
        shownAtNanos = System.nanoTime();
        show(name + ": " + text(purpose) + RangeText.appended(range));
    }

    @Override
    public void stored(Purpose purpose, WriteCounts counts) {
        long now = System.nanoTime();
        if (now - shownAtNanos >= INTERVAL.toNanos()) {
            shownAtNanos = now;
            show(name + ": " + CountText.of(counts.created() + counts.changed() + counts.unchanged(), "call"));
        }
    }

    private void show(String line) {
        if (!isQuiet) {
            console.printLine(line);
        }
    }

    @Override
    public void ended(Reading reading) {
        shownAtNanos = System.nanoTime();
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
