package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How short and how long parts are, and when calls tell enough to make any. */
class TimeSplitBoundsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant FLOOR = NOON.minus(Duration.ofDays(36500));

    @Test
    void makesNoPartShorterThanASecondOrLongerThanTenYears() {
        assertThat(first(new TimeSplit(FLOOR, 100, false), page(100, Duration.ofMillis(1)))
                        .span())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(first(new TimeSplit(FLOOR, 100, false), page(3, Duration.ofDays(1000)))
                        .span())
                .isEqualTo(Duration.ofDays(3650));
        assertThat(TimeSplit.adapted(Duration.ofSeconds(1), 100_000, 100)).isEqualTo(Duration.ofSeconds(1));
        assertThat(TimeSplit.adapted(Duration.ofDays(3000), 1, 100)).isEqualTo(Duration.ofDays(3650));
    }

    @Test
    void adaptsByNoMoreThanEightTimes() {
        Duration hour = Duration.ofHours(1);

        assertThat(TimeSplit.adapted(hour, 1, 100)).isEqualTo(Duration.ofHours(8));
        assertThat(TimeSplit.adapted(hour, 85 * 8, 100)).isEqualTo(hour.dividedBy(8));
        assertThat(TimeSplit.adapted(hour, 85 * 80, 100)).isEqualTo(hour.dividedBy(8));
        assertThat(TimeSplit.adapted(hour, 0, 100)).isZero();
    }

    @Test
    void splitsByCallsOfWhichSomeWereCreatedAtTheSameMoment() {
        CallPage same = CallPage.of(List.of(call(0), call(0), call(50), call(50)), Optional.of(new Cursor("t")));
        CallPage rising = CallPage.of(List.of(call(9), call(0), call(50)), Optional.of(new Cursor("t")));

        assertThat(new TimeSplit(FLOOR, 100, false).ahead(whole(), same, Duration.ZERO, 2))
                .hasSize(2);
        assertThat(new TimeSplit(FLOOR, 100, false).ahead(whole(), rising, Duration.ZERO, 2))
                .isEmpty();
    }

    @Test
    void splitsNothingWithinAPartOrBehindItsFirstPageWhereServersGoByAnotherTime() {
        TimeSplit split = new TimeSplit(FLOOR, 10, true);
        Cursor inner = new Cursor("t");
        TimeSlice rest = new TimeSlice(
                Optional.empty(), Optional.of(NOON), Optional.of(NOON), Duration.ZERO, 0, 10, Duration.ZERO, inner);
        TimeSlice later = new TimeSlice(
                Optional.empty(), Optional.of(NOON), Optional.of(NOON), Duration.ZERO, 0, 11, Duration.ZERO, inner);
        CallPage known = page(10, Duration.ofSeconds(10));

        assertThat(split.ahead(rest, known, Duration.ZERO, 3)).hasSize(3);
        assertThat(split.ahead(later, known, Duration.ZERO, 3)).isEmpty();
        assertThat(new TimeSplit(FLOOR, 10, false).ahead(later, known, Duration.ZERO, 3))
                .hasSize(3);
        assertThat(split.ahead(TimeSlice.part(NOON, Duration.ofHours(1), 2, Duration.ZERO), known, Duration.ZERO, 3))
                .isEmpty();
    }

    @Test
    void givesThePartsThatFollowAPartWithCalls() {
        TimeSlice rest = new TimeSlice(
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON),
                Duration.ofHours(1),
                0,
                0,
                Duration.ZERO,
                Cursor.FIRST);

        List<Cursor> parts =
                new TimeSplit(FLOOR, 10, false).ahead(rest, CallPage.of(List.of(), Optional.empty()), Duration.ZERO, 2);

        assertThat(parts)
                .containsExactly(
                        TimeSlice.part(NOON, Duration.ofHours(1), 2, Duration.ZERO)
                                .cursor(),
                        TimeSlice.part(NOON.minusSeconds(3600), Duration.ofHours(1), 1, Duration.ZERO)
                                .cursor());
    }

    @Test
    void asksForNoMoreThanThePartOfAQuery() {
        CallQuery day = CallQuery.createdBetween(NOON.minus(Duration.ofDays(1)), NOON);
        TimeSlice hour = TimeSlice.part(NOON.minusSeconds(60), Duration.ofHours(1), 1, Duration.ZERO);
        TimeSlice top = TimeSlice.part(NOON.plusSeconds(60), Duration.ofHours(1), 1, Duration.ZERO);

        assertThat(hour.within("test", day))
                .isEqualTo(CallQuery.createdBetween(NOON.minusSeconds(3660), NOON.minusSeconds(60)));
        assertThat(top.within("test", day)).isEqualTo(CallQuery.createdBetween(NOON.minusSeconds(3540), NOON));
        assertThat(whole().within("test", day)).isEqualTo(day);
        assertThat(whole().within("test", CallQuery.all())).isEqualTo(CallQuery.all());
    }

    @Test
    void refusesAPartOfAnotherList() {
        CallQuery day = CallQuery.createdBetween(NOON.minus(Duration.ofDays(1)), NOON);

        for (Instant end : List.of(NOON.plus(Duration.ofHours(1)), NOON.minus(Duration.ofDays(2)))) {
            TimeSlice rest = new TimeSlice(
                    Optional.of(end),
                    Optional.of(end),
                    Optional.of(end),
                    Duration.ZERO,
                    0,
                    0,
                    Duration.ZERO,
                    Cursor.FIRST);
            assertThatThrownBy(() -> rest.within("test", day))
                    .hasMessage("test: INVALID_RESUME_POINT: the cursor is none of this lister's");
        }
    }

    @Test
    void knowsThePlacesThatAreInAPart() {
        TimeSlice part = TimeSlice.part(NOON, Duration.ofHours(1), 1, Duration.ZERO);
        TimeSlice rest = new TimeSlice(
                Optional.empty(),
                Optional.of(NOON),
                Optional.of(NOON),
                Duration.ZERO,
                0,
                0,
                Duration.ZERO,
                Cursor.FIRST);

        assertThat(TimeSlice.isPart(part.cursor())).isTrue();
        assertThat(TimeSlice.isPart(rest.cursor())).isFalse();
        assertThat(TimeSlice.isPart(new Cursor("token"))).isFalse();
        assertThat(TimeSlice.isPart(Cursor.FIRST)).isFalse();
    }

    private static TimeSlice first(TimeSplit split, CallPage known) {
        return TimeSlice.of(
                "test", split.ahead(whole(), known, Duration.ZERO, 1).get(0));
    }

    private static TimeSlice whole() {
        return TimeSlice.of("test", new Cursor("t"));
    }

    /** A page of calls from noon on, this far apart. */
    private static CallPage page(int calls, Duration apart) {
        List<Call> made = IntStream.range(0, calls)
                .mapToObj(i -> created(NOON.minus(apart.multipliedBy(i))))
                .toList();
        return CallPage.of(made, Optional.of(new Cursor("t")));
    }

    private static Call call(int secondsAgo) {
        return created(NOON.minusSeconds(secondsAgo));
    }

    private static Call created(Instant at) {
        return Call.builder()
                .provider("test")
                .id("c")
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .createdAt(at)
                .build();
    }
}
