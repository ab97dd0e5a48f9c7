package dev.callist;

import dev.callist.Slot.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages that come next, in their order: the one whose place is known, and those that a lister names ahead of their
 * turn. When its turn comes each of them must prove that it follows the page before; one that does not is dropped with all
 * behind it, and the page that follows is asked for on its own. Not thread-safe.
 */
final class Slots {
    private final CallLister lister;
    private final int width;
    private final List<Slot> slots = new ArrayList<>();
    private Optional<Cursor> next;
    private @Nullable CallPage last;
    private boolean alone;
    private boolean refused;
    private Optional<Cursor> replaced = Optional.empty();
    private boolean inParts;

    /** Slots from a place on; up to {@code width} pages are named at once. */
    Slots(CallLister lister, int width, Optional<Cursor> start) {
        this.lister = lister;
        this.width = width;
        this.next = start;
    }

    /** The slots in their order. */
    List<Slot> all() {
        return slots;
    }

    /** How many have been asked for. */
    int started() {
        return (int) slots.stream().filter(Slot::isStarted).count();
    }

    /** How many answers have not come yet. */
    int onTheWay() {
        return (int) slots.stream().filter(Slot::isOnTheWay).count();
    }

    /** Whether something has come of the first one. */
    boolean isSettled() {
        return !slots.isEmpty() && slots.get(0).isStarted() && !slots.get(0).isUnderWay();
    }

    /** Whether the list has ended. */
    boolean isOver() {
        return next.isEmpty();
    }

    /** Whether a slot's place is what the page before it gives: if it fails, the walk fails. */
    boolean isDue(Slot slot) {
        return slot.fit() != Fit.INSTEAD && next.equals(Optional.of(slot.cursor()));
    }

    /** Names the pages that come next, as far as anybody can. */
    void plan(CallQuery query, boolean ordered, CursorGuard guard) {
        if (slots.isEmpty()) {
            next.ifPresent(place -> slots.addAll(after(last, place, query, ordered || inParts, guard)));
            return;
        }
        Slot tail = slots.get(slots.size() - 1);
        CallPage page = tail.page().orElse(null);
        if (page != null && isSplit()) {
            boolean isFit = ordered || tail.isPart();
            page.next().ifPresent(place -> slots.addAll(after(page, place, query, isFit, guard)));
        }
    }

    private boolean isSplit() {
        return width > 1 && !refused;
    }

    private List<Slot> after(
            @Nullable CallPage page, Cursor place, CallQuery query, boolean ordered, CursorGuard guard) {
        List<Cursor> named = page == null || alone || !isSplit() ? List.of() : lister.ahead(query, page, width);
        boolean isInstead = !named.isEmpty() && !named.get(0).equals(place);
        if (named.isEmpty() || (isInstead && (!ordered || guard.wasUsed(named.get(0))))) {
            return List.of(new Slot(place, Fit.GIVEN, ordered));
        }
        List<Slot> planned = new ArrayList<>();
        planned.add(new Slot(named.get(0), isInstead ? Fit.INSTEAD : Fit.GIVEN, ordered));
        for (Cursor further : named.subList(1, named.size())) {
            if (guard.wasUsed(further)) {
                break;
            }
            planned.add(new Slot(further, isInstead ? Fit.NAMED : Fit.GUESSED, ordered));
        }
        return planned;
    }

    /**
     * Names the page behind a slot whose answer has come but has not been read, unless pages are named otherwise, its place is
     * known from before, or the walk may not go on there ({@code isAllowed}).
     */
    void foresee(Slot slot, PageAhead behind, CursorGuard guard, boolean isAllowed) {
        slot.come();
        boolean isLast = slots.indexOf(slot) == slots.size() - 1;
        Cursor guess = behind.guess();
        boolean isKnown = guard.wasUsed(guess)
                || slots.stream().anyMatch(other -> other.cursor().equals(guess));
        if (isAllowed && isLast && !isSplit() && !isKnown) {
            slots.add(new Slot(behind));
        }
    }

    /** Takes what has arrived, and sees whether the slot behind it is where the page leads. */
    void arrived(Slot slot, Function<Cursor, CallPage> answer, boolean ordered, CursorGuard guard) {
        slot.arrive(answer);
        follow(slots.indexOf(slot) + 1, ordered, guard);
    }

    /** A slot that the page in front does not lead to is dropped, but a part gets a slot in front of it. */
    private void follow(int behind, boolean ordered, CursorGuard guard) {
        CallPage page = slots.get(behind - 1).page().orElse(null);
        if (page == null || behind == slots.size()) {
            return;
        }
        Slot follower = slots.get(behind);
        if (follower.fit() == Fit.GUESSED || follower.fit() == Fit.INSTEAD) {
            return;
        }
        Optional<Cursor> place = page.next().filter(next -> !guard.wasUsed(next));
        if (place.filter(follower::isConfirmedAt).isPresent()) {
            follow(behind + 1, ordered, guard);
        } else if (follower.fit() == Fit.NAMED && page.next().isPresent()) {
            slots.add(behind, new Slot(page.next().get(), Fit.GIVEN, ordered));
        } else {
            drop(behind);
        }
    }

    /** The page of the first slot, fitted to the page before it; absent when it does not follow. */
    Optional<CallPage> fitted(boolean ordered) {
        Slot first = slots.get(0);
        CallPage page = first.page().orElseThrow();
        CallPage before = last;
        return switch (first.fit()) {
            case GIVEN -> Optional.of(page);
            case NAMED -> Optional.of(page).filter(any -> isDue(first));
            case INSTEAD -> Optional.ofNullable(before).map(known -> Overlap.without(known, page));
            case GUESSED ->
                Optional.ofNullable(before)
                        .filter(known -> first.ordered() == ordered && Overlap.isIn(known, page))
                        .map(known -> Overlap.without(known, page));
        };
    }

    /** The place of the first slot as another walk may go on from it. */
    Cursor place() {
        Slot first = slots.get(0);
        return first.fit() == Fit.GUESSED ? next.orElseThrow() : first.cursor();
    }

    /** Goes on behind the first slot. */
    void advance(Optional<Cursor> place) {
        Slot first = slots.remove(0);
        last = isSplit() ? first.page().orElseThrow() : null;
        inParts = first.isPart();
        replaced = first.fit() == Fit.INSTEAD ? next : Optional.empty();
        next = place;
        alone = false;
        if (place.isEmpty()) {
            drop(0);
        }
    }

    /** Starts anew at another place. */
    void restart(Cursor place) {
        drop(0);
        last = null;
        inParts = false;
        next = Optional.of(place);
    }

    /** Asks for the next page on its own; pages are named ahead again after it, or never when they were refused. */
    void giveUp(boolean forGood) {
        drop(0);
        alone = true;
        refused |= forGood;
    }

    /**
     * Goes on with the place that parts were named in exchange for, when the first of them has shown that the server does not
     * keep to them.
     *
     * @return false when there is no such place
     */
    boolean goBack() {
        if (replaced.isEmpty()) {
            return false;
        }
        next = replaced;
        replaced = Optional.empty();
        giveUp(true);
        return true;
    }

    /** Breaks off all fetches; what has arrived stays. */
    void pause() {
        slots.forEach(Slot::pause);
    }

    /** The same, but the first page is to be fetched again, whatever has come of it. */
    void pauseBeforeFirst() {
        pause();
        slots.get(0).forget();
    }

    /** Breaks off all fetches and forgets what has not been its turn yet. */
    void drop() {
        drop(0);
    }

    private void drop(int from) {
        List<Slot> dropped = slots.subList(from, slots.size());
        dropped.forEach(Slot::stop);
        dropped.clear();
    }
}
