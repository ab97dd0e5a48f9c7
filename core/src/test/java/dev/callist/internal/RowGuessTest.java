package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that are guessed, for pages that are asked for before the one in front of them has arrived. */
class RowGuessTest {
    private static final RowPlace AFTER_TEN = new RowPlace(9, 9, 0, 0, 0, RowOrder.START, List.of("r9"));

    @ParameterizedTest
    @CsvSource({"8, 45, 4", "8, 46, 4", "8, 47, 5", "2, 45, 2", "8, 5, 1", "0, 45, 0", "3, -1, 3"})
    void guessesOnePageAfterAnotherWhileEachBringsSomethingNew(int places, long total, int guesses) {
        OptionalLong said = total < 0 ? OptionalLong.empty() : OptionalLong.of(total);

        List<RowPlace> ahead = places(AFTER_TEN.ahead(place -> place.window(10), said, places));

        assertThat(ahead).extracting(RowPlace::row).containsExactlyElementsOf(rowsFrom(9, guesses, 9));
        assertThat(ahead).allSatisfy(place -> assertThat(place.from()).isEqualTo(place.row()));
        assertThat(ahead.stream().skip(1))
                .allSatisfy(place -> assertThat(place.isGuessed()).isTrue());
    }

    @Test
    void guessesByWhatTheServerGivesWhereThatIsLess() {
        RowPlace four = AFTER_TEN.withMost(4);

        assertThat(places(four.ahead(place -> place.window(10), OptionalLong.empty(), 3)))
                .extracting(RowPlace::row)
                .containsExactly(9, 12, 15);
    }

    @Test
    void guessesNothingFromAPlaceThatIsBeingLookedFor() {
        assertThat(AFTER_TEN.movedTo(9, 3).ahead(place -> place.window(10), OptionalLong.empty(), 3))
                .isEmpty();
    }

    @Test
    void goesOnFromAGuessWithTheRowThatShouldBeKnown() {
        Seam seam = seam(guess(18), 18, 10);

        assertThat(seam.firstNew()).isZero();
        assertThat(seam.drifted()).isFalse();
        assertThat(seam.lost()).isTrue();
        RowPlace next = seam.next().orElseThrow();
        assertThat(next.row()).isEqualTo(27);
        assertThat(next.most()).isEqualTo(10);
        assertThat(next.anchors()).containsExactly("r23", "r24", "r25", "r26", "r27");
    }

    @Test
    void countsFromTheRowThatTheServerBeganWith() {
        Seam seam = seam(guess(18), 15, 10);

        assertThat(seam.firstNew()).isEqualTo(3);
        assertThat(seam.next().orElseThrow().row()).isEqualTo(24);
    }

    @Test
    void staysAtAGuessThatThePageDoesNotHold() {
        for (Seam seam : List.of(seam(guess(18), 19, 10), seam(guess(18), 18, 0), seam(guess(18), 8, 10))) {
            assertThat(seam.next()).contains(guess(18));
            assertThat(seam.lost()).isTrue();
            assertThat(seam.drifted()).isFalse();
        }
        assertThat(seam(guess(18), 19, 10).firstNew()).isEqualTo(10);
        assertThat(seam(guess(18), 8, 10).firstNew()).isEqualTo(10);
    }

    @Test
    void endsTheListAtAGuessAfterWhichNothingIsNew() {
        assertThat(seam(guess(18), 18, 1).next()).isEmpty();
    }

    @Test
    void readsOnOverAPlaceThatWasAskedForOneRowAfterItsAnchor() {
        RowPlace alone = new RowPlace(4, 5, 1, 0, 0, RowOrder.START, List.of("r4"));

        Seam seam = seam(alone, 5, 1);

        assertThat(seam.firstNew()).isZero();
        assertThat(seam.lost()).isTrue();
        assertThat(seam.next().orElseThrow().row()).isEqualTo(5);
        assertThat(seam(alone, 5, 0).next()).isEmpty();
    }

    private static RowPlace guess(int row) {
        return new RowPlace(row, row, 0, 0, 0, RowOrder.START, List.of());
    }

    /** Where a page joins that has rows from one on. */
    private static Seam seam(RowPlace place, int start, int rows) {
        List<RowMark> marks = IntStream.range(start, start + rows)
                .mapToObj(row -> new RowMark("r" + row, Optional.<Instant>empty()))
                .toList();
        RowWindow asked = new RowWindow(start, 10);
        return RowSeam.of(place, RowsGiven.asAsked(asked, OptionalLong.empty()), marks);
    }

    private static List<Integer> rowsFrom(int first, int count, int step) {
        return IntStream.range(0, count).mapToObj(i -> first + i * step).toList();
    }

    private static List<RowPlace> places(List<Cursor> cursors) {
        return cursors.stream().map(cursor -> RowPlace.of("test", cursor)).toList();
    }
}
