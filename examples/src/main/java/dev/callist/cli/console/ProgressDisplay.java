package dev.callist.cli.console;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.ListingListener;
import dev.callist.RejectedRow;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.RateText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of a command on standard error. On a terminal that is a line that is drawn in place, with the
 * calls so far, their rate, and the time left if a limit, the total or a window is known, and a line for each failed
 * attempt. Elsewhere it is a line now and then. Shows nothing if the style is quiet, except for rejected rows and
 * skipped providers. Thread-safe.
 */
public final class ProgressDisplay implements ListingListener, AutoCloseable {
    private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(100);
    private static final Duration LINE_INTERVAL = Duration.ofSeconds(30);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration NOTICEABLE_WAIT = Duration.ofSeconds(3);
    private static final int MAX_REPORTED_ROWS = 10;

    private final Console console;
    private final OutputStyle style;
    private final LongSupplier nanoTime;
    private final long intervalNanos;
    private @Nullable Timer timer;
    private boolean isReading;
    private String subject = "";
    private List<String> merged = List.of();
    private Optional<Long> limit = Optional.empty();
    private Optional<Instant> windowStart = Optional.empty();
    private Optional<Instant> newest = Optional.empty();
    private Optional<Instant> oldest = Optional.empty();
    private long written;
    private long read;
    private OptionalLong total = OptionalLong.empty();
    private boolean ignoresTotal;
    private int pages;
    private int retries;
    private int rejectedRows;
    private long begunAtNanos;
    private long heardAtNanos;
    private long shownAtNanos;
    private boolean lineIsOpen;

    private ProgressDisplay(Console console, OutputStyle style) {
        this(console, style, System::nanoTime);
    }

    ProgressDisplay(Console console, OutputStyle style, LongSupplier nanoTime) {
        this.console = console;
        this.style = style;
        this.nanoTime = nanoTime;
        this.intervalNanos = (console.errIsTerminal() ? TERMINAL_INTERVAL : LINE_INTERVAL).toNanos();
    }

    /** Creates a display for one command; it shows nothing before {@link #begin}. Close it when the command ends. */
    public static ProgressDisplay create(Console console, OutputStyle style) {
        ProgressDisplay display = new ProgressDisplay(console, style);
        if (!style.quiet()) {
            Timer timer = new Timer("callist-progress", true);
            display.timer = timer;
            timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            display.tick();
                        }
                    },
                    TICK.toMillis(),
                    TICK.toMillis());
        }
        return display;
    }

    /** Begins to show a list. */
    public void begin() {
        begin("");
    }

    /**
     * Begins to show a list, and counts from zero.
     *
     * @param listSubject what is read, as a prefix of the line; empty if the command reads one list only
     */
    public synchronized void begin(String listSubject) {
        subject = listSubject;
        isReading = true;
        written = 0;
        read = 0;
        total = OptionalLong.empty();
        pages = 0;
        retries = 0;
        begunAtNanos = nanoTime.getAsLong();
        heardAtNanos = begunAtNanos;
        shownAtNanos = begunAtNanos;
    }

    /**
     * Sets what the bar measures: the share of the limit if there is one, else of the total if the provider gives it,
     * else of the time since the window's start.
     */
    public synchronized void setGoal(Optional<Long> callLimit, Optional<Instant> createdFrom) {
        limit = callLimit;
        windowStart = createdFrom;
    }

    /** Sets what the merged lists are called if one of them fails. */
    public synchronized void setMerged(List<String> names) {
        merged = List.copyOf(names);
    }

    /** Returns what the list that failed is called. */
    public synchronized String source(CallListException failure) {
        return FailureText.source(merged, failure);
    }

    /** Counts a call that was written. */
    public synchronized void callWritten(Call call) {
        written++;
        heardAtNanos = nanoTime.getAsLong();
        oldest = call.createdAt().or(() -> oldest);
        newest = newest.or(call::createdAt);
        showIfDue();
    }

    /** Reads on from somewhere in the list, so that its total does not say how much is left. */
    public synchronized void ignoreTotal() {
        ignoresTotal = true;
    }

    @Override
    public synchronized void pageFetched(FetchedPage page) {
        pages++;
        read += page.calls();
        total = page.total().isPresent() && !ignoresTotal ? page.total() : total;
        heardAtNanos = nanoTime.getAsLong();
        showIfDue();
    }

    @Override
    public synchronized void attemptFailed(FailedAttempt attempt) {
        retries += attempt.retryIn().isPresent() ? 1 : 0;
        heardAtNanos = nanoTime.getAsLong();
        if (console.errIsTerminal() && !style.quiet()) {
            attempt.retryIn().ifPresent(wait -> printLine(FailureText.ofAttempt(attempt, wait)));
        }
    }

    @Override
    public synchronized void rowRejected(String provider, int page, RejectedRow row) {
        rejectedRows++;
        if (rejectedRows <= MAX_REPORTED_ROWS) {
            printLine((style.namesProviders() ? provider + ", " : "") + "page " + page + ", row " + row.index()
                    + " was rejected: " + row.reason());
        }
    }

    @Override
    public synchronized void sourceFailed(String provider, CallListException failure) {
        printLine("skipped " + source(failure) + ": " + FailureText.withoutProvider(failure));
    }

    /** Prints a line of its own, unless the style is quiet. */
    public synchronized void note(String text) {
        if (!style.quiet()) {
            printLine(text);
        }
    }

    /** Erases the line that is drawn in place, and shows none until the next {@link #begin}. */
    public synchronized void pause() {
        isReading = false;
        if (lineIsOpen) {
            console.err().print("\r\u001b[K");
            console.err().flush();
            lineIsOpen = false;
        }
    }

    @Override
    public synchronized void close() {
        pause();
        if (timer != null) {
            timer.cancel();
        }
    }

    /** Shows how long the server has not answered. */
    synchronized void tick() {
        long now = nanoTime.getAsLong();
        if (now - shownAtNanos >= TICK.toNanos()) {
            showIfDue();
        }
    }

    private void printLine(String text) {
        boolean wasReading = isReading;
        pause();
        isReading = wasReading;
        console.printLine(text);
    }

    private void showIfDue() {
        long now = nanoTime.getAsLong();
        if (style.quiet() || !isReading || now - shownAtNanos < intervalNanos) {
            return;
        }
        shownAtNanos = now;
        if (console.errIsTerminal()) {
            console.err().print("\r" + line(now) + "\u001b[K");
            console.err().flush();
            lineIsOpen = true;
        } else {
            console.err().println(line(now));
        }
    }

    private String line(long now) {
        Duration elapsed = Duration.ofNanos(now - begunAtNanos);
        Duration waited = Duration.ofNanos(now - heardAtNanos);
        StringBuilder line = new StringBuilder("callist: ").append(subject.isEmpty() ? "" : subject + ": ");
        if (pages == 0) {
            return line.append("waiting for an answer, ")
                    .append(RateText.roundly(elapsed))
                    .append(retriesText())
                    .toString();
        }
        OptionalDouble share = share();
        share.ifPresent(done -> line.append(RateText.bar(done)));
        line.append(CountText.of(calls(), "call"))
                .append(", ")
                .append(CountText.of(pages, "page"))
                .append(retriesText())
                .append(RateText.rate(calls(), elapsed).map(rate -> ", " + rate).orElse(""));
        if (waited.compareTo(NOTICEABLE_WAIT) >= 0) {
            return line.append(", waiting for ")
                    .append(RateText.roundly(waited))
                    .toString();
        }
        return line.append(
                        share.isPresent()
                                ? RateText.timeLeft(share.getAsDouble(), elapsed)
                                        .map(left -> ", " + left)
                                        .orElse("")
                                : "")
                .toString();
    }

    /** The calls that were written; those that were read if the command writes none, or not yet. */
    private long calls() {
        return written == 0 ? read : written;
    }

    private String retriesText() {
        return retries == 0 ? "" : ", " + CountText.of(retries, "retry", "retries");
    }

    /**
     * The share of the list that has been read: by count if it is limited or the provider gives its total, else by
     * time, because lists run newest first.
     */
    private OptionalDouble share() {
        if (limit.isPresent() && limit.get() > 0) {
            return OptionalDouble.of(Math.min(1, (double) calls() / limit.get()));
        }
        if (total.orElse(0) >= Math.max(1, read) && merged.size() < 2) {
            return OptionalDouble.of(Math.min(1, (double) read / total.getAsLong()));
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
