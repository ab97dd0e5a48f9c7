package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSplitTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant FLOOR = NOON.minus(Duration.ofDays(30));
    private static final TimeSplit SPLIT = new TimeSplit(FLOOR, 100, false);
    private static final Duration NONE = Duration.ZERO;

    @Test
    void splitsWhatFollowsAPageByHowCloselyItsCallsLie() {
        List<TimeSlice> parts = slices(SPLIT.ahead(whole("t"), page(100, 10, "t"), NONE, 4));

        Instant oldest = NOON.minusSeconds(990);
        assertThat(parts).hasSize(4);
        assertThat(parts.get(0).before()).contains(oldest.plusMillis(1));
        assertThat(parts).allSatisfy(part -> assertThat(part.span()).isEqualTo(Duration.ofSeconds(850)));
        for (int i = 1; i < 4; i++) {
            assertThat(parts.get(i).before()).isEqualTo(parts.get(i - 1).from());
        }
    }

    @Test
    void staysAboveTheStartOfTheList() {
        TimeSplit split = new TimeSplit(NOON.minusSeconds(3000), 100, false);

        List<TimeSlice> parts = slices(split.ahead(whole("t"), page(100, 10, "t"), NONE, 8));

        assertThat(parts).hasSize(2);
        assertThat(parts.get(1).from().orElseThrow()).isAfter(NOON.minusSeconds(3000));
        assertThat(new TimeSplit(NOON.minusSeconds(1000), 100, false).ahead(whole("t"), page(100, 10, "t"), NONE, 8))
                .isEmpty();
    }

    @Test
    void doesNotSplitByCallsThatTellNothing() {
        assertThat(SPLIT.ahead(whole("t"), page(1, 10, "t"), NONE, 4)).isEmpty();
        assertThat(SPLIT.ahead(whole("t"), page(100, 0, "t"), NONE, 4)).isEmpty();
        assertThat(SPLIT.ahead(whole("t"), page(100, -10, "t"), NONE, 4)).isEmpty();
        assertThat(SPLIT.ahead(
                        whole("t"), CallPage.of(List.of(call("a").build()), Optional.of(new Cursor("t"))), NONE, 4))
                .isEmpty();
    }

    @Test
    void givesAfterEachPartThePlaceThatWasNamedForTheNext() {
        List<Cursor> named = SPLIT.ahead(whole("t"), page(100, 10, "t"), NONE, 3);

        for (int i = 0; i < 2; i++) {
            assertThat(cut(named.get(i), List.of(), "").next()).contains(named.get(i + 1));
        }
        TimeSlice rest = slice(cut(named.get(2), List.of(), "").next());
        assertThat(rest.from()).isEmpty();
        assertThat(rest.before()).isEqualTo(slices(named).get(2).from());
        assertThat(cut(rest.cursor(), List.of(), "").next()).isEmpty();
    }

    @Test
    void staysInAPartWhileTheProviderGivesPlacesInIt() {
        Cursor part = SPLIT.ahead(whole("t"), page(100, 10, "t"), NONE, 3).get(0);

        TimeSlice more = slice(cut(part, List.of(), "inner, place").next());

        assertThat(more.inside()).isEqualTo(new Cursor("inner, place"));
        assertThat(more.from()).isEqualTo(slice(Optional.of(part)).from());
        assertThat(SPLIT.ahead(more, page(100, 10, more.cursor().text()), NONE, 4))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 85, 300, 2000})
    void fitsTheLengthOfPartsToWhatTheLastOneHad(int rows) {
        Duration hour = Duration.ofHours(1);

        Duration adapted = TimeSplit.adapted(hour, rows, 100);

        assertThat(adapted).isBetween(hour.dividedBy(8), hour.multipliedBy(8));
        if (rows * 8 > 85 && rows < 85 * 8) {
            assertThat(rows * adapted.toMillis() / hour.toMillis()).isBetween(84L, 86L);
        }
    }

    @Test
    void makesNoPartShorterThanWhatIsReadAgainWithIt() {
        Duration slack = Duration.ofMinutes(10);
        TimeSplit split = new TimeSplit(FLOOR, 100, false);
        CallPage known = page(100, 1, "t");

        TimeSlice last = slices(split.ahead(whole("t"), known, slack, 3)).get(2);
        Call call = call("a").createdAt(last.from().orElseThrow()).build();
        TimeSlice rest =
                slice(cut(last.cursor(), Collections.nCopies(500, call), "").next());

        assertThat(last.span()).isEqualTo(slack);
        assertThat(rest.span()).isEqualTo(slack);
    }

    @Test
    void looksWhereTheListGoesOnBehindAPartWithoutCalls() {
        Cursor last = SPLIT.ahead(whole("t"), page(100, 10, "t"), NONE, 1).get(0);
        Optional<Cursor> rest = cut(last, List.of(), "").next();

        assertThat(SPLIT.ahead(slice(rest), CallPage.of(List.of(), rest), NONE, 4))
                .isEmpty();
    }

    @Test
    void leavesEachCallToThePartThatItWasCreatedInOrElseToThatOfItsServersTime() {
        TimeSlice part = TimeSlice.part(NOON, Duration.ofMinutes(1), 1, Duration.ofSeconds(30));
        Call inside = call("inside")
                .createdAt(NOON.minusSeconds(1))
                .startedAt(NOON.plusSeconds(5))
                .build();
        Call newer =
                call("newer").createdAt(NOON).startedAt(NOON.plusSeconds(5)).build();
        Call older = call("older")
                .createdAt(NOON.minusSeconds(61))
                .startedAt(NOON.minusSeconds(50))
                .build();
        Call late = call("late")
                .createdAt(NOON.minusSeconds(90))
                .startedAt(NOON.minusSeconds(50))
                .build();
        Call odd = call("odd")
                .createdAt(NOON.plusSeconds(2))
                .startedAt(NOON.plusSeconds(1))
                .build();
        Call timeless = call("timeless").build();

        CallPage page = part.cut(
                CallPage.of(List.of(inside, newer, older, late, odd, timeless), Optional.empty()),
                Call::startedAt,
                100);

        assertThat(page.calls()).extracting(Call::id).containsExactly("inside", "late", "timeless");
    }

    @Test
    void findsCallsThatStartedLongAfterTheirCreationAboveThePageThatIsReadAgain() {
        TimeSplit split = new TimeSplit(FLOOR, 100, true);
        Duration minute = Duration.ofMinutes(1);
        TimeSlice last = TimeSlice.part(NOON.plusSeconds(3600), Duration.ofMinutes(30), 1, minute);
        TimeSlice rest = slice(cut(
                        last.cursor(),
                        List.of(call("x").createdAt(NOON.plusSeconds(2000)).build()),
                        "")
                .next());
        TimeSlice read = slice(cut(rest.cursor(), List.of(), "t").next());

        TimeSlice again = slices(split.ahead(read, page(100, 10, "t"), Duration.ofMinutes(2), 4))
                .get(0);
        Call late = call("late")
                .createdAt(NOON.minusSeconds(5000))
                .startedAt(NOON.plusSeconds(900))
                .build();
        CallPage found = again.cut(CallPage.of(List.of(late), Optional.empty()), Call::startedAt, 100);

        assertThat(again.until()).contains(NOON.plusSeconds(1800 + 120));
        assertThat(found.calls()).containsExactly(late);
    }

    @Test
    void refusesAServerThatDoesNotKeepToThePart() {
        TimeSlice part = TimeSlice.part(NOON, Duration.ofMinutes(1), 1, NONE);

        for (int seconds : new int[] {62, -122}) {
            Call stranger = call("x").createdAt(NOON.plusSeconds(seconds)).build();
            assertThatThrownBy(() -> part.cut(CallPage.of(List.of(stranger), Optional.empty()), Call::createdAt, 100))
                    .isInstanceOfSatisfying(
                            CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE));
        }
    }

    @Test
    void readsTheTopAgainForCallsThatStartedLongAfterTheirCreation() {
        TimeSplit split = new TimeSplit(FLOOR, 100, true);

        List<TimeSlice> parts = slices(split.ahead(whole("t"), page(100, 10, "t"), Duration.ofSeconds(9), 4));

        assertThat(parts).hasSize(4);
        assertThat(parts.get(0).before()).isEqualTo(parts.get(0).from());
        assertThat(parts.get(0).until()).isEmpty();
        assertThat(parts.get(1).before()).isEqualTo(parts.get(0).from());
        assertThat(parts.get(1).until()).isEqualTo(parts.get(1).before().map(end -> end.plusSeconds(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"slice:", "slice:1,2", "slice:a,b,c,d,e,f,g,h", "slice:,,,,,,,"})
    void refusesACursorThatIsNoneOfItsOwn(String text) {
        assertThatThrownBy(() -> TimeSlice.of("test", new Cursor(text)))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token", "slice", "a,b", "slice:1,2,3"})
    void keepsAProvidersTokensApartFromItsOwnPlaces(String token) {
        CallPage page = whole("t").cut(CallPage.of(List.of(), Optional.of(new Cursor(token))), Call::createdAt, 100);

        TimeSlice next = slice(page.next());

        assertThat(next.isWhole()).isTrue();
        assertThat(next.inside()).isEqualTo(new Cursor(token));
    }

    private static TimeSlice whole(String token) {
        return TimeSlice.of("test", new Cursor(token));
    }

    private static TimeSlice slice(Optional<Cursor> cursor) {
        return TimeSlice.of("test", cursor.orElseThrow());
    }

    private static List<TimeSlice> slices(List<Cursor> cursors) {
        return cursors.stream().map(cursor -> TimeSlice.of("test", cursor)).toList();
    }

    private static CallPage cut(Cursor place, List<Call> calls, String next) {
        Optional<Cursor> inner = next.isEmpty() ? Optional.empty() : Optional.of(new Cursor(next));
        return TimeSlice.of("test", place).cut(CallPage.of(calls, inner), Call::createdAt, 100);
    }

    /** A page of calls from noon on, this many seconds apart. */
    private static CallPage page(int calls, int apart, String next) {
        List<Call> made = new ArrayList<>();
        IntStream.range(0, calls)
                .forEach(i -> made.add(call("c" + i)
                        .createdAt(NOON.minusSeconds((long) i * apart))
                        .build()));
        return CallPage.of(made, Optional.of(new Cursor(next)));
    }

    private static CallBuilder call(String id) {
        return Call.builder()
                .provider("test")
                .id(id)
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN);
    }
}
