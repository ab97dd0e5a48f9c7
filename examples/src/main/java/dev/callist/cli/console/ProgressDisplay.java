package dev.callist.cli.console;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.ListingListener;
import dev.callist.RejectedRow;
import dev.callist.cli.text.CountText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Shows the progress of an export on standard error: a bar or counter drawn in place on a terminal, a line every few seconds
 * otherwise, nothing if the style is quiet. Also reports rejected rows and skipped providers. Thread-safe.
 */
public final class ProgressDisplay implements ListingListener {
    private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(100);
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(5);
    private static final int BAR_WIDTH = 24;
    private static final int MAX_REPORTED_ROWS = 10;

    private final Console console;
    private final OutputStyle style;
    private final LongSupplier nanoTime;
    private final long intervalNanos;
    private Optional<Long> limit = Optional.empty();
    private Optional<Instant> windowStart = Optional.empty();
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> oldest = Optional.empty();
    private long calls;
    private int pages;
    private int retries;
    private int rejectedRows;
    private long shownAtNanos;
    private boolean lineIsOpen;

    /** A display for one command. */
    public ProgressDisplay(Console console, OutputStyle style) {
        this(console, style, System::nanoTime);
    }

    ProgressDisplay(Console console, OutputStyle style, LongSupplier nanoTime) {
        this.console = console;
        this.style = style;
        this.nanoTime = nanoTime;
        this.intervalNanos = (console.errIsTerminal() ? TERMINAL_INTERVAL : LINE_INTERVAL).toNanos();
        this.shownAtNanos = nanoTime.getAsLong();
    }

    /** Sets what the bar measures: the share of the limit if there is one, else of the time since the window's start. */
    public synchronized void setGoal(Optional<Long> callLimit, Optional<Instant> createdFrom) {
        limit = callLimit;
        windowStart = createdFrom;
    }

    /** Counts a call that was written. */
    public synchronized void callWritten(Call call) {
        calls++;
        oldest = call.createdAt().or(() -> oldest);
        newest = newest.or(call::createdAt);
        showIfDue();
    }

    @Override
    public synchronized void pageFetched(FetchedPage page) {
        pages++;
        showIfDue();
    }

    @Override
    public synchronized void attemptFailed(FailedAttempt attempt) {
        retries += attempt.retryIn().isPresent() ? 1 : 0;
        if (console.errIsTerminal()) {
            showIfDue();
        }
    }

    @Override
    public synchronized void rowRejected(String provider, int page, RejectedRow row) {
        rejectedRows++;
        if (rejectedRows <= MAX_REPORTED_ROWS) {
            clear();
            console.printLine((style.namesProviders() ? provider + ", " : "") + "page " + page + ", row " + row.index()
                    + " was rejected: " + row.reason());
        }
    }

    @Override
    public synchronized void sourceFailed(String provider, CallListException failure) {
        clear();
        console.printLine("skipped " + provider + ": " + FailureText.withoutProvider(failure));
    }

    /** Erases the line that is drawn in place, so that another line can be printed. */
    public synchronized void clear() {
        if (lineIsOpen) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            lineIsOpen = false;
        }
    }

    private void showIfDue() {
        long now = nanoTime.getAsLong();
        if (style.quiet() || now - shownAtNanos < intervalNanos) {
            return;
        }
        shownAtNanos = now;
        if (console.errIsTerminal()) {
            console.err().print("\r" + line() + "\u001b[K");
            console.err().flush();
            lineIsOpen = true;
        } else {
            console.err().println(line());
        }
    }

    private String line() {
        String counts = CountText.of(calls, "call") + ", " + CountText.of(pages, "page")
                + (retries == 0 ? "" : ", " + CountText.of(retries, "retry", "retries"));
        OptionalDouble share = share();
        return "callist: " + (share.isPresent() ? bar(share.getAsDouble()) : "") + counts;
    }

    private static String bar(double share) {
        int filled = (int) Math.round(share * BAR_WIDTH);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%  ", "#".repeat(filled), "-".repeat(BAR_WIDTH - filled), share * 100);
    }

    /** The share of the list that has been read: by count if it is limited, else by time, because lists run newest first. */
    private OptionalDouble share() {
        if (limit.isPresent() && limit.get() > 0) {
            return OptionalDouble.of(Math.min(1, (double) calls / limit.get()));
        }
        if (windowStart.isEmpty() || newest.isEmpty() || oldest.isEmpty()) {
            return OptionalDouble.empty();
        }
        double wholeMillis = Duration.between(windowStart.get(), newest.get()).toMillis();
        double readMillis = Duration.between(oldest.get(), newest.get()).toMillis();
        return wholeMillis <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, Math.max(0, readMillis / wholeMillis)));
    }
}
