package dev.callist.internal.walk.source;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the list after a page into windows of about one page each, using the density of the calls seen so far. Calls
 * that arrive at random fill some windows more than others, so a window is only as long as nearly always fits one page.
 * If that is less than a second, the list is read in sequence. Immutable.
 *
 * @param windows how the list can be split
 * @param pageSize the most rows of a page
 */
public record WindowPlanner(TimeWindows windows, int pageSize) {
    private static final int MAX_CHANGE = 8;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3650);

    /**
     * The windows to read instead of the next page. After a page of calls, the first window reads again what is newer
     * than the other windows: only if it shows no further calls does the list run newest first by the time that windows
     * select by.
     *
     * @param next the address of that page
     * @param read the address of the previous page
     * @param known the previous page
     * @param most the maximum number of windows
     * @return empty if the list cannot be split here
     */
    public List<TimeWindow> instead(PageAddress next, PageAddress read, CallPage known, int most) {
        TimeWindow window = next.window().orElse(null);
        if (window != null && !window.isRest()) {
            return List.of();
        }
        if (window != null && next.cursor().isFirst()) {
            boolean isQuiet = window.span().isZero();
            return isQuiet ? List.of() : slices(window.before(), window.span(), window.slack(), most);
        }
        boolean isFirstPage = read.isBeside(next) && read.cursor().isFirst();
        return isFirstPage && isFalling(known.calls()) ? below(next.window(), known, most) : List.of();
    }

    private List<TimeWindow> below(Optional<TimeWindow> read, CallPage known, int most) {
        List<Call> calls = known.calls();
        int last = calls.size() - 1;
        Instant end =
                created(calls, last - last / 4).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Duration seen = Duration.between(created(calls, last), created(calls, 0));
        Duration slack =
                atLeast(windows.longestDelay(known), read.map(TimeWindow::slack).orElse(Duration.ZERO));
        Duration span = without(slack, clamped(seen.multipliedBy(target()).dividedBy(last)));
        if (span.isZero() || created(calls, 0).isBefore(end)) {
            return List.of();
        }
        List<TimeWindow> slices = slices(end, span, slack, most - 1);
        if (slices.isEmpty()) {
            return List.of();
        }
        List<TimeWindow> all = new ArrayList<>();
        all.add(TimeWindow.above(end, read, span, slices.size() + 1, slack));
        all.addAll(slices);
        return all;
    }

    private List<TimeWindow> slices(Instant end, Duration span, Duration slack, int most) {
        Instant before = end;
        long windowsLeft = Math.max(0, Duration.between(windows.start(), before).toMillis() - 1) / span.toMillis();
        int count = (int) Math.min(most, windowsLeft);
        List<TimeWindow> slices = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            slices.add(TimeWindow.slice(before, span, left, slack));
            before = before.minus(span);
        }
        return slices;
    }

    /** The window after one that has been read and had this many rows; absent after the last. */
    public Optional<TimeWindow> following(TimeWindow done, int rows) {
        if (done.isRest()) {
            return Optional.empty();
        }
        Instant end = done.from().orElseThrow();
        if (done.left() > 1) {
            return Optional.of(TimeWindow.slice(end, done.span(), done.left() - 1, done.slack()));
        }
        Duration length = without(done.slack(), adapted(done.span().plus(done.slack()), rows));
        return Optional.of(TimeWindow.rest(end, length, done.slack()));
    }

    /** The window with everything from the end of another one onward, to be read in sequence. */
    public TimeWindow rest(TimeWindow window) {
        return new TimeWindow(Optional.empty(), window.before(), window.until(), Duration.ZERO, 0, window.slack());
    }

    /** The window with everything after another one, to be read in sequence; absent after the last. */
    public Optional<TimeWindow> restAfter(TimeWindow done) {
        return done.from().map(end -> TimeWindow.rest(end, Duration.ZERO, done.slack()));
    }

    /**
     * A page of a window less the calls that belong to other windows.
     *
     * @throws CallListException BAD_RESPONSE when the server does not keep to windows
     */
    public CallPage ownCalls(TimeWindow window, CallPage page) {
        for (Call call : page.calls()) {
            if (!window.isRest() && window.isStray(windows.serverTime(call))) {
                throw CallListException.of(Kind.BAD_RESPONSE, call.provider())
                        .detail("the server returned calls outside of the time that was asked for; use concurrency(1)")
                        .build()
                        .asException();
            }
        }
        List<Call> own = page.calls().stream()
                .filter(call -> window.holds(call, windows.serverTime(call)))
                .toList();
        return page.toBuilder().calls(own).build();
    }

    /** Whether a page of a window has a call that any window may return, because its time is not known. */
    public boolean hasUntimedCall(CallPage page) {
        return page.calls().stream().anyMatch(call -> windows.serverTime(call).isEmpty());
    }

    /** Whether a call belongs to a window only by its server time, so that it follows no order. */
    public boolean isDelayed(TimeWindow window, Call call) {
        return window.isDelayed(call, windows.serverTime(call));
    }

    private static boolean isFalling(List<Call> calls) {
        if (calls.size() < 2 || calls.stream().anyMatch(call -> call.createdAt().isEmpty())) {
            return false;
        }
        for (int i = 1; i < calls.size(); i++) {
            if (created(calls, i).isAfter(created(calls, i - 1))) {
                return false;
            }
        }
        return created(calls, calls.size() - 1).isBefore(created(calls, 0));
    }

    private static Instant created(List<Call> calls, int index) {
        return calls.get(index).createdAt().orElseThrow();
    }

    /**
     * The length of the next windows, after one of this length had this many rows. Zero if there are too many rows for
     * windows, or none: the next page then shows where the list continues, or that it does not.
     */
    Duration adapted(Duration span, int rows) {
        if (rows == 0) {
            return Duration.ZERO;
        }
        int target = target();
        if (rows * MAX_CHANGE <= target) {
            return clamped(span.multipliedBy(MAX_CHANGE));
        }
        return clamped(
                rows >= (long) target * MAX_CHANGE
                        ? span.dividedBy(MAX_CHANGE)
                        : span.multipliedBy(target).dividedBy(rows));
    }

    /** How many rows a window should have on average, so that one in fifteen has more than a page holds. */
    private int target() {
        return Math.max(1, (int) (pageSize - 1.5 * Math.sqrt(pageSize)));
    }

    private static Duration atLeast(Duration least, Duration slack) {
        return slack.compareTo(least) < 0 ? least : slack;
    }

    /**
     * The length of windows that are read together with their slack. Zero if that is shorter than the slack, because
     * most calls would then be read twice.
     */
    private static Duration without(Duration slack, Duration whole) {
        Duration length = whole.minus(slack);
        return length.compareTo(slack) < 0 ? Duration.ZERO : length;
    }

    /** A length within bounds, in whole seconds; zero if that is too short for a window. */
    private static Duration clamped(Duration span) {
        if (span.compareTo(SHORTEST) < 0) {
            return Duration.ZERO;
        }
        return span.compareTo(LONGEST) > 0 ? LONGEST : Duration.ofSeconds(span.toSeconds());
    }
}
