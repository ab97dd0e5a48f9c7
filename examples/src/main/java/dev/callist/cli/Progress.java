package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.ListingListener;
import dev.callist.RejectedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Tells on stderr how an export gets on: a bar or counter drawn in place on a terminal, a line every few seconds
 * otherwise, nothing when it is quiet. Thread-safe.
 */
final class Progress implements ListingListener {
    private static final Duration ON_TERMINAL = Duration.ofMillis(100);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final int BAR = 24;
    private static final int MOST_ROWS_TOLD = 10;

    private final Console console;
    private final boolean quiet;
    private final boolean ofSeveral;
    private final LongSupplier nanoTime;
    private final long every;
    private Optional<Long> limit = Optional.empty();
    private Optional<Instant> windowStart = Optional.empty();
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private long calls;
    private int pages;
    private int retries;
    private int rowsTold;
    private long shownAt;
    private boolean isOpen;

    Progress(Console console, boolean quiet) {
        this(console, quiet, false);
    }

    /** Progress with the calls of one provider, or of several, whose rows then are told with their names. */
    Progress(Console console, boolean quiet, boolean ofSeveral) {
        this(console, quiet, ofSeveral, System::nanoTime);
    }

    Progress(Console console, boolean quiet, LongSupplier nanoTime) {
        this(console, quiet, false, nanoTime);
    }

    private Progress(Console console, boolean quiet, boolean ofSeveral, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.shownAt = nanoTime.getAsLong();
        this.console = console;
        this.quiet = quiet;
        this.ofSeveral = ofSeveral;
        this.every = (console.errIsTerminal() ? ON_TERMINAL : ELSEWHERE).toNanos();
    }

    /** What the bar is measured by: calls wanted at most, or the start of the window. */
    synchronized void expect(Optional<Long> most, Optional<Instant> from) {
        limit = most;
        windowStart = from;
    }

    synchronized void handed(Call call) {
        calls++;
        last = call.createdAt().or(() -> last);
        newest = newest.or(call::createdAt);
        show();
    }

    @Override
    public synchronized void pageFetched(FetchedPage page) {
        pages++;
        show();
    }

    @Override
    public synchronized void attemptFailed(FailedAttempt attempt) {
        retries += attempt.retryIn().isPresent() ? 1 : 0;
        if (console.errIsTerminal()) {
            show();
        }
    }

    @Override
    public synchronized void rowRejected(String provider, int page, RejectedRow row) {
        rowsTold++;
        if (rowsTold <= MOST_ROWS_TOLD) {
            clear();
            console.note((ofSeveral ? provider + ", " : "") + "page " + page + ", row " + row.index() + " is no call: "
                    + row.reason());
        }
    }

    @Override
    public synchronized void sourceFailed(String provider, CallListException failure) {
        clear();
        console.note(provider + " left out: " + Failures.line(failure));
    }

    /** Takes the line drawn in place away, so that another can be printed. */
    synchronized void clear() {
        if (isOpen) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            isOpen = false;
        }
    }

    private void show() {
        long now = nanoTime.getAsLong();
        if (quiet || now - shownAt < every) {
            return;
        }
        shownAt = now;
        if (console.errIsTerminal()) {
            console.err().print("\r" + line() + "\u001b[K");
            console.err().flush();
            isOpen = true;
        } else {
            console.err().println(line());
        }
    }

    private String line() {
        String counts = Numbers.counted(calls, "call") + ", " + Numbers.counted(pages, "page")
                + (retries == 0 ? "" : ", " + (retries == 1 ? "1 retry" : retries + " retries"));
        OptionalDouble share = share();
        return "callist: " + (share.isPresent() ? bar(share.getAsDouble()) : "") + counts;
    }

    private static String bar(double share) {
        int filled = (int) Math.round(share * BAR);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%  ", "#".repeat(filled), "-".repeat(BAR - filled), share * 100);
    }

    /** How much of the list is behind: by count where that is limited, else by time, as lists run newest first. */
    private OptionalDouble share() {
        if (limit.isPresent() && limit.get() > 0) {
            return OptionalDouble.of(Math.min(1, (double) calls / limit.get()));
        }
        if (windowStart.isEmpty() || newest.isEmpty() || last.isEmpty()) {
            return OptionalDouble.empty();
        }
        double all = Duration.between(windowStart.get(), newest.get()).toMillis();
        double behind = Duration.between(last.get(), newest.get()).toMillis();
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, Math.max(0, behind / all)));
    }
}
