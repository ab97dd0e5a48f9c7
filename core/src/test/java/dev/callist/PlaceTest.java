package dev.callist;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ListingReport.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final CallKey ONE = new CallKey(1, 10);
    private static final CallKey TWO = new CallKey(2, 20);
    private static final Optional<Cursor> SECOND = Optional.of(new Cursor("2"));

    @Test
    void beginsAtTheStartOfTheList() {
        Bookmark start = Place.start(Optional.empty()).bookmark("b", 3, Completeness.COMPLETE);

        assertThat(start)
                .isEqualTo(new Bookmark(
                        "b",
                        3,
                        Optional.empty(),
                        Optional.of(Cursor.FIRST),
                        false,
                        true,
                        List.of(),
                        Optional.empty(),
                        Completeness.COMPLETE));
    }

    @Test
    void standsInsideAPageUntilItsLastCall() {
        Place place = Place.start(Optional.empty()).at(page(Cursor.FIRST, SECOND, call("a", 1), call("b", 2)));

        assertThat(place.bookmark("b", 3, Completeness.COMPLETE).inPage()).isFalse();
        place.handOver();
        Bookmark inside = place.bookmark("b", 3, Completeness.COMPLETE);
        assertThat(inside.inPage()).isTrue();
        assertThat(inside.cursor()).contains(Cursor.FIRST);
        assertThat(inside.anchors()).containsExactly(CallKey.of(call("a", 1)));
        assertThat(inside.lastCreatedAt()).contains(NOON.minusSeconds(1));
        place.handOver();
        Bookmark after = place.bookmark("b", 3, Completeness.COMPLETE);
        assertThat(after.inPage()).isFalse();
        assertThat(after.cursor()).isEqualTo(SECOND);
    }

    @Test
    void endsAfterTheLastCallOfTheLastPage() {
        Place place = Place.start(Optional.empty()).at(page(Cursor.FIRST, Optional.empty(), call("a", 1)));

        place.handOver();

        assertThat(place.bookmark("b", 3, Completeness.COMPLETE).cursor()).isEmpty();
    }

    @Test
    void remembersTheLastSixteenCallsOverSeveralPages() {
        Place place = Place.start(Optional.empty());
        List<CallKey> hashes = new ArrayList<>();
        for (int page = 0; page < 10; page++) {
            int first = page * 3;
            Call[] calls = IntStream.range(first, first + 3)
                    .mapToObj(i -> call("c" + i, i))
                    .toArray(Call[]::new);
            place = place.at(page(new Cursor("p" + page), SECOND, calls));
            for (Call call : calls) {
                assertThat(place.handOver()).isEqualTo(call);
                hashes.add(CallKey.of(call));
            }
        }

        assertThat(place.bookmark("b", 3, Completeness.COMPLETE).anchors()).isEqualTo(hashes.subList(14, 30));
    }

    @Test
    void staysWhereItWasResumedUntilACallIsHandedOver() {
        Bookmark resumed = new Bookmark(
                "b",
                3,
                Optional.empty(),
                SECOND,
                true,
                false,
                List.of(ONE, TWO),
                Optional.of(NOON),
                Completeness.COMPLETE);
        Place place = Place.start(Optional.of(resumed));

        assertThat(place.next()).isEqualTo(SECOND);
        assertThat(place.bookmark("b", 3, Completeness.COMPLETE)).isEqualTo(resumed);
        place = place.at(page(false, SECOND.get(), Optional.of(new Cursor("3")), call("a", 1)));
        assertThat(place.bookmark("b", 3, Completeness.COMPLETE)).isEqualTo(resumed);
        place.handOver();
        assertThat(place.bookmark("b", 3, Completeness.COMPLETE).anchors())
                .containsExactly(ONE, TWO, CallKey.of(call("a", 1)));
    }

    @Test
    void movesOnOverPagesWithoutCallsOnceThePlaceOfAResumeHasBeenPassed() {
        Bookmark resumed = Place.start(Optional.empty())
                .at(page(Cursor.FIRST, SECOND, call("a", 1)))
                .bookmark("b", 3, Completeness.COMPLETE);
        Optional<Cursor> third = Optional.of(new Cursor("3"));

        Place passed = Place.start(Optional.of(resumed)).at(page(true, SECOND.get(), third));
        Place looking = Place.start(Optional.of(resumed)).at(page(false, SECOND.get(), third));

        assertThat(passed.bookmark("b", 3, Completeness.COMPLETE).cursor()).isEqualTo(third);
        assertThat(looking.bookmark("b", 3, Completeness.COMPLETE)).isEqualTo(resumed);
    }

    private static Batch page(Cursor at, Optional<Cursor> next, Call... calls) {
        return page(true, at, next, calls);
    }

    private static Batch page(boolean rejoined, Cursor at, Optional<Cursor> next, Call... calls) {
        List<Call> list = List.of(calls);
        return new Batch(at, CallPage.of(list, next), list, next, 0, 0, true, Optional.empty(), rejoined, true);
    }
}
