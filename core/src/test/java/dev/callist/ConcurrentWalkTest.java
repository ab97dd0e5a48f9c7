package dev.callist;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Pages asked for ahead of their turn: "g…" are guesses, "p…" parts, "n…" places that a page gives. */
class ConcurrentWalkTest {
    private final ScriptedLister lister = new ScriptedLister();

    @Test
    void joinsGuessedPagesByTheLastCallOfThePageBefore() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .on("g3", guess("n4", call("d", 4), call("e", 5)))
                .on("g4", guess("", call("e", 5), call("f", 6)))
                .ahead("n2", "n2", "g3", "g4");

        CallIterator walk = walk(4);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(lister.asked()).containsExactlyInAnyOrder("", "n2", "g3", "g4");
        assertThat(walk.report().duplicates()).isZero();
        assertThat(walk.report().drifted()).isFalse();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void saysThatRowsDriftedWhenThatCallStandsFurtherDown() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .on("g3", guess("", call("c", 3), call("d", 4), call("e", 5)))
                .ahead("n2", "n2", "g3");

        CallIterator walk = walk(4);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e");
        assertThat(walk.report().drifted()).isTrue();
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void dropsAGuessedPageThatDoesNotFollowAndAllBehindIt() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .on("g3", guess("n9", call("f", 6), call("g", 7)))
                .on("g4", guess("", call("g", 7), call("h", 8)))
                .page("n3", "n4", call("e", 5), call("f", 6))
                .page("n4", "", call("g", 7), call("h", 8))
                .ahead("n2", "n2", "g3", "g4");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(lister.asked()).containsSubsequence("n3", "n4");
    }

    @Test
    void doesNotTakeTheSamePageUnderAnotherNumberForTheEnd() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .on("g3", guess("", call("c", 3), call("d", 4)))
                .page("n3", "", call("e", 5))
                .ahead("n2", "n2", "g3");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void doesNotTakeAGuessedPageThatBringsNothingForALoop() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .on("g3", guess("n3", call("c", 3), call("d", 4)))
                .page("n3", "", call("e", 5))
                .ahead("n2", "n2", "g3");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void dropsAGuessedPageThatFails() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("c", 3))
                .on("g3", () -> {
                    throw failure(Kind.NOT_FOUND);
                })
                .page("n3", "", call("d", 4))
                .ahead("n2", "n2", "g3");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c", "d");
    }

    @Test
    void dropsPagesThatWereGuessedBeforeTheOrderWasSeenToBreak() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n3", call("d", 1), call("c", 3))
                .on("g3", guess("", call("c", 3), call("wrong", 9)))
                .page("n3", "", call("e", 4))
                .ahead("n2", "n2", "g3");

        assertThat(drain(walk(4))).containsExactly("a", "b", "d", "c", "e");
    }

    @Test
    void asksForWhatIsLeftOfAPartBeforeTheNextPart() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("p1", "p1more", call("b", 2), call("c", 3))
                .page("p1more", "p2", call("d", 4))
                .page("p2", "rest", call("e", 5))
                .page("rest", "", call("f", 6))
                .ahead("n2", "p1", "p2");

        CallIterator walk = walk(4);

        assertThat(drain(walk)).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(lister.asked()).containsExactlyInAnyOrder("", "p1", "p2", "p1more", "rest");
        assertThat(walk.report().duplicates()).isZero();
    }

    @Test
    void losesNothingInAPartWhereACallOfThePartBeforeStandsAgain() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("p1", "p2", call("c", 3), call("odd", 900))
                .page("p2", "", call("d", 4), call("e", 5), call("odd", 900))
                .ahead("n2", "p1", "p2");
        CallIterator walk = walk(2);
        for (int i = 0; i < 5; i++) {
            walk.next();
        }

        assertThat(drain(lister.resume(CallQuery.all(), walk.resumePoint()).iterator()))
                .containsExactly("e");
    }

    @Test
    void takesPartsWithoutCallsForWhatTheyAre() {
        String[] parts = new String[8];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "p" + i;
            lister.page(parts[i], i == parts.length - 1 ? "rest" : "p" + (i + 1));
        }
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("rest", "", call("c", 3))
                .ahead("n2", parts);

        assertThat(drain(walk(8))).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotSplitAListThatIsNotNewestFirst() {
        lister.page("", "n2", call("a", 2), call("b", 1))
                .page("n2", "", call("c", 3))
                .ahead("n2", "p1", "p2");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c");
        assertThat(lister.asked()).containsExactly("", "n2");
    }

    @Test
    void goesOnWithThePlacesGivenWhenAPartIsRefused() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .on("p1", () -> {
                    throw failure(Kind.BAD_RESPONSE);
                })
                .page("p2", "", call("z", 9))
                .page("n2", "n3", call("c", 3), call("d", 4))
                .page("n3", "", call("e", 5))
                .ahead("n2", "p1", "p2")
                .ahead("n3", "p1", "p2");

        assertThat(drain(walk(4))).containsExactly("a", "b", "c", "d", "e");
        assertThat(lister.asked()).filteredOn("p1"::equals).hasSize(1);
    }

    @Test
    void refusesAPlaceThatComesAgainInItsTurn() {
        lister.page("", "n2", call("a", 1), call("b", 2))
                .page("n2", "n2", call("c", 3))
                .ahead("unused", "unused");
        CallIterator walk = walk(4);

        assertThat(List.of(walk.next().id(), walk.next().id(), walk.next().id()))
                .containsExactly("a", "b", "c");
        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.PAGINATION_STALLED);
        assertThat(lister.asked()).containsExactly("", "n2");
    }

    @Test
    void meetsTheFailureOfAPageWhosePlaceIsKnownInItsTurn() {
        int[] attempts = {0};
        lister.page("", "n2", call("a", 1), call("b", 2))
                .on("n2", () -> {
                    attempts[0]++;
                    if (attempts[0] == 1) {
                        throw failure(Kind.SERVER_ERROR);
                    }
                    return CallPage.of(List.of(call("c", 3)), Optional.empty());
                })
                .on("g3", guess("", call("c", 3)))
                .ahead("n2", "n2", "g3");
        CallIterator walk = walk(4);

        assertThat(walk.next().id()).isEqualTo("a");
        assertThat(walk.next().id()).isEqualTo("b");
        assertThat(catchThrowableOfType(CallListException.class, walk::hasNext).kind())
                .isEqualTo(Kind.SERVER_ERROR);
        assertThat(drain(walk)).containsExactly("c");
    }

    private CallIterator walk(int requests) {
        return lister.list(CallQuery.all()).concurrency(requests).iterator();
    }

    private static Supplier<CallPage> guess(String next, Call... calls) {
        Optional<Cursor> place = next.isEmpty() ? Optional.empty() : Optional.of(new Cursor(next));
        return () -> new CallPage(
                Arrays.asList(calls),
                place,
                OptionalLong.empty(),
                List.of(),
                0,
                Duration.ZERO,
                false,
                true,
                Optional.empty());
    }

    private static CallListException failure(Kind kind) {
        return CallListException.of(kind, "scripted").build().asException();
    }

    private static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }
}
