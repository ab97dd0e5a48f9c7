package dev.callist.testkit.internal.bird;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.ListedCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Bird's list: pages by position, newest first. A page without filters costs a binary search and its own rows. */
record BirdList(ListedCalls calls) {
    /**
     * One page of the list.
     *
     * @param next the position after the page; absent if the page is not full
     */
    record Page(List<SandboxCall> rows, Optional<BirdPageToken> next) {}

    Page page(BirdListRequest asked, PageTwist twist, int number) {
        Range range = range(asked);
        return switch (twist) {
            case NONE -> page(asked, range);
            case EMPTY_PAGE ->
                range.isEmpty()
                        ? page(asked, range)
                        : new Page(
                                List.of(), Optional.of(BirdPageToken.before(calls.createdMillis(range.start), number)));
            case SAME_PLACE -> {
                BirdPageToken first = BirdPageToken.before(calls.createdMillis(range.start), number);
                yield new Page(
                        page(asked, range).rows, Optional.of(asked.place().orElse(first)));
            }
        };
    }

    private Page page(BirdListRequest asked, Range range) {
        List<SandboxCall> rows = new ArrayList<>();
        for (int i = range.start; i < range.end && rows.size() < asked.limit(); i++) {
            calls.at(i).filter(asked::wants).ifPresent(rows::add);
        }
        boolean full = rows.size() == asked.limit();
        return new Page(rows, full ? Optional.of(BirdPageToken.after(rows.get(rows.size() - 1))) : Optional.empty());
    }

    /** The calls of the window from the position on, before any other filter. */
    private Range range(BirdListRequest asked) {
        int afterPlace = asked.place()
                .map(place -> first(i -> place.isBefore(calls.createdMillis(i), calls.id(i))))
                .orElse(0);
        int newest =
                asked.endAt().map(end -> first(i -> !createdAt(i).isAfter(end))).orElse(0);
        int pastOldest = asked.startAt()
                .map(start -> first(i -> createdAt(i).isBefore(start)))
                .orElse(calls.places());
        Range window = new Range(Math.max(afterPlace, newest), pastOldest);
        return asked.id().map(id -> window.only(calls.placeOf(id))).orElse(window);
    }

    /**
     * The first place for which the test holds, if it holds for all later ones too; the number of places if it never
     * holds.
     */
    private int first(IntPredicate test) {
        int low = 0;
        int high = calls.places();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (test.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Instant createdAt(int place) {
        return Instant.ofEpochMilli(calls.createdMillis(place));
    }

    private record Range(int start, int end) {
        boolean isEmpty() {
            return start >= end;
        }

        Range only(OptionalInt place) {
            int single = place.orElse(-1);
            return single >= start && single < end ? new Range(single, single + 1) : new Range(start, start);
        }
    }
}
