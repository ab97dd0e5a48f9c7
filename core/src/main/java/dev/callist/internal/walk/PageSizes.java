package dev.callist.internal.walk;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.internal.walk.source.PageAddress;
import org.jspecify.annotations.Nullable;

/**
 * How many rows the pages of a walk are asked for. When a provider fails on a page that may be too large for it, the
 * page is tried with half as many rows, down to fifty. The size that works is kept; if none does, the page did not fail
 * because of its size. Not thread-safe; guarded by the lock of its {@link PageFetcher}.
 */
final class PageSizes {
    private static final int SMALLEST = 50;

    private final int first;
    private int kept;
    private int rows;
    private int failedAttempts;
    private @Nullable Trial trial;

    /** The page that failed, and how. */
    private record Trial(PageAddress address, Throwable failure) {}

    /** Pages of this many rows. */
    PageSizes(int rows) {
        this.first = rows;
        this.kept = rows;
        this.rows = rows;
    }

    /** How many rows to ask for now. */
    int rows() {
        return rows;
    }

    /** How many rows the provider has last shown to serve, or those that the walk began with. */
    int kept() {
        return kept;
    }

    /** The query to ask for a page with; a cursor that has a limit says itself how many rows the page has. */
    CallQuery applied(CallQuery query, PageAddress address) {
        boolean hasLimit = address.cursor().limit().isPresent();
        return hasLimit || rows == first
                ? query
                : query.toBuilder().pageSize(rows).build();
    }

    /** The page, with the attempts for larger ones that have failed before it. */
    CallPage withFailedAttempts(CallPage page) {
        return failedAttempts == 0
                ? page
                : page.toBuilder().retries(page.retries() + failedAttempts).build();
    }

    /** Whether a page is tried with fewer rows. */
    boolean isTrial() {
        return trial != null;
    }

    /** Goes down to half the rows of a page that failed, if that may help. */
    boolean shrinkAfter(PageAddress address, Throwable failure) {
        int asked = address.cursor().limit().orElse(rows);
        if (!isAboutSize(failure) || asked <= SMALLEST) {
            return false;
        }
        trial = trial == null ? new Trial(address, failure) : trial;
        failedAttempts += failure instanceof CallListException e ? e.failure().attempts() : 0;
        rows = Math.max(SMALLEST, asked / 2);
        return true;
    }

    /** Keeps the present size from now on. */
    void keep() {
        kept = rows;
        end();
    }

    /**
     * Returns to the size before the trial, if there is one, because it came to nothing.
     *
     * @return where to continue: at the page that the trial began with, or at the given one
     */
    PageAddress giveUp(PageAddress failed) {
        PageAddress address = trial == null ? failed : trial.address();
        rows = kept;
        end();
        return address;
    }

    private void end() {
        trial = null;
        failedAttempts = 0;
    }

    /**
     * The failure to report for one that ends a trial: that of the whole page, unless another reason prevented the
     * trial.
     */
    Throwable reported(Throwable failure) {
        boolean isOfTrial =
                isAboutSize(failure) || (failure instanceof CallListException e && e.kind() == Kind.CURSOR_EXPIRED);
        return trial != null && isOfTrial ? trial.failure() : failure;
    }

    private static boolean isAboutSize(Throwable failure) {
        return failure instanceof CallListException e && e.failure().pageMayBeTooLarge();
    }
}
