package dev.callist;

import java.util.Optional;
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

    private final Cursor cursor;
    private final Fit fit;
    private final boolean ordered;
    private @Nullable Thread thread;
    private @Nullable CallPage page;
    private @Nullable Throwable failure;

    /** A page nobody has asked for yet; {@code ordered} when the list has run newest first so far. */
    Slot(Cursor cursor, Fit fit, boolean ordered) {
        this.cursor = cursor;
        this.fit = fit;
        this.ordered = ordered;
    }

    Cursor cursor() {
        return cursor;
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
        return thread != null;
    }

    boolean isUnderWay() {
        return thread != null && page == null && failure == null;
    }

    void start(Thread fetching) {
        fetching.setDaemon(true);
        fetching.start();
        thread = fetching;
    }

    void arrive(CallPage arrived) {
        page = arrived;
    }

    void fail(Throwable met) {
        failure = met;
    }

    /** Breaks off the fetch under way. */
    void stop() {
        Thread fetching = thread;
        if (fetching != null && isUnderWay()) {
            fetching.interrupt();
        }
    }

    /** Whether this thread is the one that fetches it. */
    boolean isFetchedBy(Thread some) {
        return thread == some && isUnderWay();
    }

    /** Breaks off the fetch under way, so that it can be asked for again; a page that has arrived stays. */
    void pause() {
        if (page == null) {
            forget();
        }
    }

    /** Is as if nobody had asked for it. */
    void forget() {
        stop();
        thread = null;
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
