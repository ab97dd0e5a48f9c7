package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextBatchTest {
    private final ScriptedLister lister = new ScriptedLister();

    @Test
    void returnsFullBatchesAcrossPagesAndFewerCallsAtTheEnd() {
        lister.page("", "2", call("a", 1), call("b", 2), call("c", 3)).page("2", "", call("d", 4), call("e", 5));
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        assertThat(ids(walk.nextBatch(4))).containsExactly("a", "b", "c", "d");
        ResumePoint afterFirst = walk.resumePoint();
        assertThat(ids(walk.nextBatch(4))).containsExactly("e");
        assertThat(walk.nextBatch(4)).isEmpty();
        assertThat(ids(lister.resume(CallQuery.all(), afterFirst).iterator().nextBatch(4)))
                .containsExactly("e");
    }

    @Test
    void keepsTheCallsBeforeAFailureAndFailsWithAnEmptyBatch() {
        lister.page("", "2", call("a", 1), call("b", 2)).failing(2, Kind.SERVER_ERROR, "2", "", call("c", 3));
        CallIterator walk = lister.list(CallQuery.all()).readAhead(0).iterator();

        assertThat(ids(walk.nextBatch(10))).containsExactly("a", "b");
        CallListException e = catchThrowableOfType(CallListException.class, () -> walk.nextBatch(10));
        assertThat(e.kind()).isEqualTo(Kind.SERVER_ERROR);
        assertThat(ids(walk.nextBatch(10))).containsExactly("c");
    }

    @Test
    void refusesABatchOfNoCalls() {
        CallIterator walk = lister.list(CallQuery.all()).iterator();

        CallListException e = catchThrowableOfType(CallListException.class, () -> walk.nextBatch(0));

        assertThat(e).hasMessage("batch: INVALID_CONFIG: a batch must have at least 1 call");
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream().map(Call::id).toList();
    }
}
