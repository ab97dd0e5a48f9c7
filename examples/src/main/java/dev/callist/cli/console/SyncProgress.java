package dev.callist.cli.console;

import dev.callist.cli.text.RangeText;
import dev.callist.sync.SyncListener;
import dev.callist.sync.SyncReport.Purpose;
import dev.callist.sync.SyncReport.SyncedListing;
import dev.callist.sync.TimeRange;

/**
 * Shows the progress of one source's copy on standard error: each listing as it begins, and its calls. Not thread-safe.
 */
public final class SyncProgress implements SyncListener {
    private final ProgressDisplay display;
    private final String name;
    private final LockWait lockWait;

    /**
     * Creates the progress of one source.
     *
     * @param display counts the calls of its lists
     * @param name the user's name of the account
     * @param lockWait ends when the first listing begins
     */
    public SyncProgress(ProgressDisplay display, String name, LockWait lockWait) {
        this.display = display;
        this.name = name;
        this.lockWait = lockWait;
    }

    @Override
    public void began(Purpose purpose, TimeRange range) {
        lockWait.end();
        display.note(name + ": " + text(purpose) + RangeText.appended(range));
        display.begin(name);
    }

    @Override
    public void ended(SyncedListing listing) {
        display.pause();
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
