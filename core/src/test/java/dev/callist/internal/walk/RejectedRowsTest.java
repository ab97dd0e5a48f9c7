package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.RecordingListener;
import dev.callist.RejectedRow;
import dev.callist.ScriptedLister;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A rejected row that the server shows on two pages is one row. */
class RejectedRowsTest {
    private static final String ROW = "{\"from\":\"Alice\"}";

    private final RecordingListener listener = new RecordingListener();
    private final ScriptedLister lister = new ScriptedLister()
            .options(ClientOptions.builder().listener(listener).build());

    @Test
    void isCountedOnceAfterARestartByTime() {
        Deque<CallPage> firstPages = new ArrayDeque<>(List.of(
                page("n2", bad(1), call("a", 1), call("b", 2)), page("n3", bad(0), call("b", 2), call("c", 3))));
        lister.filteringByServer()
                .on("", firstPages::remove)
                .on("n2", () -> {
                    throw CallListException.of(Kind.CURSOR_EXPIRED, "scripted")
                            .build()
                            .asException();
                })
                .page("n3", "", call("d", 4));

        countsOne(lister.list(CallQuery.all()).iterator());
    }

    @Test
    void isCountedOnceInTwoTimeWindows() {
        lister.splitByStart(3)
                .page("", "n2", call("a", 1), call("b", 2))
                .page("above:", "", call("a", 1), call("b", 2))
                .on("until 2:", () -> page("", bad(1), call("c", 2)))
                .on("rest until 3:", () -> page("", bad(0), call("d", 3)));

        countsOne(lister.list(CallQuery.all()).concurrency(2).iterator());
    }

    @Test
    void isCountedOnceWhereRowsHaveShifted() {
        lister.on("", () -> rows(0, true, bad(1), call("a", 1), call("b", 2)))
                .on("row:2+2", () -> rows(2, false, bad(0), call("b", 2), call("c", 3), call("d", 4)))
                .on("row:0+2", () -> rows(0, true, bad(1), call("a", 1), call("b", 2)));

        countsOne(lister.list(CallQuery.all()).iterator());
    }

    @Test
    void isNotCountedAgainByAWalkThatResumesAfterIt() {
        lister.on("", () -> page("", bad(0), call("a", 1), call("b", 2)));
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        walk.next();
        CallIterator rest = lister.resume(CallQuery.all(), walk.resumePoint()).iterator();
        rest.forEachRemaining(call -> {});

        assertThat(rest.report().rejected()).isZero();
        assertThat(rest.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void isCountedWithEveryOtherRowThatLooksLikeIt() {
        RejectedRow one = new RejectedRow(0, "not an object", "null");
        RejectedRow other = new RejectedRow(1, "not an object", "null");
        lister.page("", "n2", List.of(one, other), call("a", 1)).page("n2", "", List.of(one, other), call("b", 2));
        CallIterator walk = lister.list(CallQuery.all()).iterator();
        walk.forEachRemaining(call -> {});

        assertThat(walk.report().rejected()).isEqualTo(4);
    }

    private void countsOne(CallIterator walk) {
        walk.forEachRemaining(call -> {});
        assertThat(walk.report().calls()).isEqualTo(4);
        assertThat(walk.report().rejected()).isEqualTo(1);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(listener.events())
                .filteredOn(event -> event.startsWith("rejected"))
                .hasSize(1);
    }

    private static RejectedRow bad(int index) {
        return new RejectedRow(index, "no id", ROW);
    }

    private static CallPage page(String next, RejectedRow rejected, Call... calls) {
        return CallPage.builder()
                .calls(List.of(calls))
                .addRejected(rejected)
                .next(next.isEmpty() ? Optional.empty() : Optional.of(new Cursor(next)))
                .build();
    }

    private static CallPage rows(int row, boolean moreFollow, RejectedRow rejected, Call... calls) {
        return CallPage.builder()
                .calls(List.of(calls))
                .addRejected(rejected)
                .firstRow(row)
                .next(moreFollow ? Optional.of(Cursor.atRow(row + calls.length + 1, 2)) : Optional.empty())
                .build();
    }
}
