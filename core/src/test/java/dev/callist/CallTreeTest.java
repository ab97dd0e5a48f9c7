package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallTreeTest {
    @Test
    void putsLegsUnderTheirCallWhicheverComesFirst() {
        assertThat(trees(10, call("leg 1", "call"), call("call"), call("leg 2", "call"), call("leg of leg", "leg 2")))
                .containsExactly("call[leg 1, leg 2[leg of leg]]");
    }

    @Test
    void saysThatTheParentOfALegWasNotFound() {
        List<CallTree> trees = CallTree.stream(List.of(call("leg", "missing"), call("call")), 10)
                .toList();

        assertThat(trees).extracting(CallTree::isOrphan).containsExactly(true, false);
        assertThat(trees).extracting(tree -> tree.call().id()).containsExactly("leg", "call");
    }

    @Test
    void holdsNoMoreCallsThanItMay() {
        AtomicInteger read = new AtomicInteger();
        Iterable<Call> calls = () -> IntStream.range(0, 1_000)
                .peek(i -> read.incrementAndGet())
                .mapToObj(i -> call("call " + i))
                .iterator();

        CallTree first = CallTree.stream(calls, 5).findFirst().orElseThrow();

        assertThat(first.call().id()).isEqualTo("call 0");
        assertThat(read).hasValue(5);
    }

    @Test
    void handsOverALegAloneWhoseParentComesTooLate() {
        assertThat(trees(2, call("leg", "late"), call("a"), call("b"), call("c"), call("late")))
                .containsExactly("leg", "a", "b", "c", "late");
    }

    @Test
    void keepsCallsOfOtherProvidersAndAccountsApart() {
        Call parent = Calls.call("1").account("one").build();
        Call leg = Calls.call("2").account("another").parentId("1").build();

        assertThat(CallTree.stream(List.of(parent, leg), 10)).hasSize(2);
    }

    @Test
    void cutsCirclesAndCallsThatAreTheirOwnParent() {
        assertThat(trees(10, call("own", "own"))).containsExactly("own");
        assertThat(trees(10, call("a", "b"), call("b", "a"))).hasSize(1);
        assertThat(trees(10, call("a", "c"), call("b", "a"), call("c", "b"))).hasSize(1);
    }

    @Test
    void keepsBothCallsOfOneId() {
        assertThat(trees(10, call("same"), call("same"), call("leg", "same"))).containsExactly("same[leg]", "same");
    }

    @Test
    void withstandsAChainOfAnyLength() {
        List<Call> chain = IntStream.range(0, 50_000)
                .mapToObj(i -> call("call " + i, "call " + (i + 1)))
                .collect(Collectors.toCollection(ArrayList::new));

        assertThat(callsIn(chain, 100_000)).isEqualTo(50_000);
        Collections.reverse(chain);
        assertThat(callsIn(chain, 100_000)).isEqualTo(50_000);
    }

    /** Whatever the order and the memory, no call is lost or repeated, and only legs are orphans. */
    @Test
    void losesNoCallOfRandomFamilies() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            List<Call> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(random.nextInt(3) == 0 ? call("" + i) : call("" + i, "" + random.nextInt(110)));
            }
            Collections.shuffle(calls, random);

            List<CallTree> trees =
                    CallTree.stream(calls, 1 + random.nextInt(120)).toList();

            assertThat(trees.stream().flatMap(CallTree::calls))
                    .as("seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(calls);
            assertThat(trees).as("seed %s", seed).allSatisfy(tree -> assertThat(tree.legs())
                    .allSatisfy(leg -> assertThat(leg.call().parentId())
                            .contains(tree.call().id())));
        }
    }

    @Test
    void endsTheWalkOfAListingWhenItsStreamIsClosed() {
        RecordingListener listener = new RecordingListener();
        ScriptedLister lister = new ScriptedLister()
                .page("", "next", call("a"), call("b"))
                .options(ClientOptions.builder().listener(listener).build());

        try (Stream<CallTree> trees = CallTree.stream(lister.list(CallQuery.all()), 1)) {
            assertThat(trees.findFirst()).isPresent();
        }

        assertThat(listener.events()).contains("ended CLOSED");
    }

    @Test
    void mustHoldACall() {
        assertThatIllegalArgumentException().isThrownBy(() -> CallTree.stream(List.of(), 0));
    }

    private static long callsIn(List<Call> calls, int held) {
        return CallTree.stream(calls, held).flatMap(CallTree::calls).distinct().count();
    }

    private static List<String> trees(int held, Call... calls) {
        return CallTree.stream(Arrays.asList(calls), held)
                .map(CallTreeTest::text)
                .toList();
    }

    private static String text(CallTree tree) {
        String legs = tree.legs().stream().map(CallTreeTest::text).collect(Collectors.joining(", "));
        return Stream.of(tree.call().id(), legs.isEmpty() ? "" : "[" + legs + "]")
                .collect(Collectors.joining());
    }

    private static Call call(String id) {
        return Calls.call(id).build();
    }

    private static Call call(String id, String parent) {
        return Calls.call(id).parentId(parent).build();
    }
}
