package dev.callist;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page that is wanted: its place, how it must fit to the page before, and what has come of it. */
final class Slot {
    /** How a page is known to follow the page before it. */
    enum Fit {
        /** Its place is what the page before gave as the next one. */
        GIVEN,
        /** Its place was named ahead, and is what the page before will give unless more stands in between. */
        NAMED,
        /** Its place was named in exchange for what the page before gave. */
        INSTEAD,
        /** Its place was guessed, and the last call of the page before will stand in it. */
        GUESSED
    }

    private final Fit fit;
    private final boolean ordered;
    private final @Nullable PageAhead ahead;
    private Cursor cursor;
    private boolean foreseen;
    private @Nullable Future<?> fetch;
    private Object turn = this;
    private boolean come;
    private @Nullable Function<Cursor, CallPage> answer;
    private @Nullable CallPage page;
    private @Nullable Throwable failure;

    /** A page nobody has asked for yet; {@code ordered} when the list has run newest first so far. */
    Slot(Cursor cursor, Fit fit, boolean ordered) {
        this.cursor = cursor;
        this.fit = fit;
        this.ordered = ordered;
        this.ahead = null;
    }

    /** A page whose place is to be confirmed by the page in front. */
    Slot(PageAhead ahead) {
        this.cursor = ahead.guess();
        this.fit = Fit.GIVEN;
        this.ordered = true;
        this.ahead = ahead;
        this.foreseen = true;
    }

    /** Its place; only a guess as long as it is foreseen. */
    Cursor cursor() {
        return cursor;
    }

    /** Whether the page in front has not been read yet. */
    boolean isForeseen() {
        return foreseen;
    }

    /** Its place is what the page in front gives as the next one; false when it was foreseen elsewhere. */
    boolean isConfirmedAt(Cursor place) {
        if (foreseen && ahead != null && ahead.isAt(place)) {
            cursor = place;
            foreseen = false;
            read();
        }
        return !foreseen && cursor.equals(place);
    }

    Fit fit() {
        return fit;
    }

    boolean ordered() {
        return ordered;
    }

    /** Whether the provider gave its place, so that an empty page there is worth noting. */
    boolean isGiven() {
        return fit == Fit.GIVEN;
    }

    /** Whether it is one of the parts that a lister has split a list into. */
    boolean isPart() {
        return fit == Fit.INSTEAD || fit == Fit.NAMED;
    }

    /** Whether it has been asked for. */
    boolean isStarted() {
        return fetch != null;
    }

    boolean isUnderWay() {
        return fetch != null && answer == null && failure == null;
    }

    /** Whether its answer has not come yet. */
    boolean isOnTheWay() {
        return isUnderWay() && !come;
    }

    /** Fetches it. */
    Function<Cursor, CallPage> fetch(CallLister lister, CallQuery query, Consumer<PageAhead> came) {
        if (ahead != null) {
            return ahead.fetch(came);
        }
        CallPage fetched = lister.fetch(query, cursor, came);
        return place -> fetched;
    }

    /** Begins a turn of fetching it; what comes of that is told together with the turn. */
    void start(Function<Object, Future<?>> fetching) {
        Object begun = new Object();
        fetch = fetching.apply(begun);
        turn = begun;
    }

    /** Its answer has come and is being read. */
    void come() {
        come = true;
    }

    /** Its answer has been read; it becomes the page once its place is certain. */
    void arrive(Function<Cursor, CallPage> arrived) {
        answer = arrived;
        read();
    }

    private void read() {
        if (answer == null || foreseen) {
            return;
        }
        try {
            page = answer.apply(cursor);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    void fail(Throwable met) {
        failure = met;
    }

    /** Whether it failed in a way that will not be otherwise another time. */
    boolean isRefused() {
        return failure instanceof CallListException e && !e.isRetryable();
    }

    /** Breaks off the fetch under way. */
    void stop() {
        if (fetch != null && isUnderWay()) {
            fetch.cancel(true);
        }
    }

    /** Whether it is still being fetched in this turn. */
    boolean isUnderWay(Object begun) {
        return turn == begun && isUnderWay();
    }

    /** Breaks off the fetch under way, so that it can be asked for again; a page that has arrived stays. */
    void pause() {
        if (answer == null) {
            forget();
        }
    }

    /** Is as if nobody had asked for it. */
    void forget() {
        stop();
        fetch = null;
        come = false;
        answer = null;
        page = null;
        failure = null;
    }

    Optional<CallPage> page() {
        return Optional.ofNullable(page);
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
