package dev.callist.testkit.internal.bird;

import dev.callist.testkit.PageTwist;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.calls.SandboxTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Bird's list: pages by position, newest first. A page without filters costs a binary search and its own rows. */
record BirdList(int calls) {
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
                        : new Page(List.of(), Optional.of(BirdPageToken.before(range.start, number)));
            case SAME_PLACE -> {
                BirdPageToken first = BirdPageToken.before(range.start, number);
                yield new Page(
                        page(asked, range).rows, Optional.of(asked.place().orElse(first)));
            }
        };
    }

    private static Page page(BirdListRequest asked, Range range) {
        List<SandboxCall> rows = new ArrayList<>();
        for (int i = range.start; i < range.end && rows.size() < asked.limit(); i++) {
            SandboxCall call = SandboxCall.at(i);
            if (asked.wants(call)) {
                rows.add(call);
            }
        }
        boolean full = rows.size() == asked.limit();
        return new Page(rows, full ? Optional.of(BirdPageToken.after(rows.get(rows.size() - 1))) : Optional.empty());
    }

    /** The calls of the window from the position on, before any other filter. */
    private Range range(BirdListRequest asked) {
        int afterPlace = asked.place().map(place -> first(place::isBefore)).orElse(0);
        int newest = asked.endAt()
                .map(end -> first(i -> !SandboxTimes.createdAt(i).isAfter(end)))
                .orElse(0);
        int pastOldest = asked.startAt()
                .map(start -> first(i -> SandboxTimes.createdAt(i).isBefore(start)))
                .orElse(calls);
        Range window = new Range(Math.max(afterPlace, newest), pastOldest);
        return asked.id().map(id -> window.only(SandboxIds.indexOf(id))).orElse(window);
    }

    /** The first index for which the test holds, if it holds for all later ones too; {@link #calls} if it never holds. */
    private int first(IntPredicate test) {
        int low = 0;
        int high = calls;
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

    private record Range(int start, int end) {
        boolean isEmpty() {
            return start >= end;
        }

        Range only(OptionalInt index) {
            int single = index.orElse(-1);
            return single >= start && single < end ? new Range(single, single + 1) : new Range(start, start);
        }
    }
}
