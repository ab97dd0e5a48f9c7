package dev.callist.internal.walk.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Calls;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import dev.callist.internal.walk.resume.ListOrder;
import dev.callist.internal.walk.resume.PassedRows;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.seen.SeenCalls;
import dev.callist.internal.walk.source.PageAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages of a list that is counted in rows, some of them requested before the page that precedes them had arrived. */
class PageJoinTest {
    private static final int LIMIT = 10;

    @Test
    void joinsAnEarlyPageAtTheLastRowPassed() {
        PageJoin join = passedUpTo(18);

        JoinedPage joined = early(join, 18, 18, 10).orElseThrow();

        assertThat(joined.passage().firstNew()).isEqualTo(1);
        assertThat(joined.seam()).isEqualTo(Seam.CONTINUOUS);
        assertThat(joined.next()).as("two rows overlap").contains(Cursor.atRow(26, LIMIT));
        join.pass(joined);
        assertThat(join.isAtLastRow(Cursor.atRow(26, LIMIT))).isTrue();
        assertThat(join.isAtLastRow(Cursor.atRow(27, LIMIT))).isTrue();
    }

    @Test
    void countsFromTheRowThatTheServerBeganWith() {
        JoinedPage joined = early(passedUpTo(18), 18, 15, 10).orElseThrow();

        assertThat(joined.passage().firstNew()).isEqualTo(4);
        assertThat(joined.next()).contains(Cursor.atRow(23, LIMIT));
    }

    @Test
    void refusesAnEarlyPageThatDoesNotContainTheLastRowPassed() {
        PageJoin join = passedUpTo(18);

        assertThat(early(join, 18, 19, 10)).isEmpty();
        assertThat(early(join, 18, 18, 0)).isEmpty();
        assertThat(early(join, 18, 5, 10)).isEmpty();
        assertThat(join.isAtLastRow(Cursor.atRow(18, LIMIT))).isTrue();
    }

    @Test
    void refusesAnEarlyPageWithoutNewRows() {
        assertThat(early(passedUpTo(18), 18, 9, 10)).isEmpty();
    }

    @Test
    void endsTheListAtAnEarlyPageAfterWhichNothingIsNew() {
        PageJoin join = passedUpTo(18);
        join.pass(early(join, 18, 18, 10).orElseThrow());
        CallPage last = counted(27, List.of(), "r27").toBuilder().total(28).build();

        assertThat(join.join(last, PageAddress.FIRST.at(Cursor.atRow(27, LIMIT)), true)
                        .orElseThrow()
                        .next())
                .isEmpty();
    }

    @Test
    void requestsEarlierRowsIfTheLastRowIsAloneAfterAResume() {
        assertThat(early(passedUpTo(18), 18, 18, 1)).isEmpty();
        assertThat(join(passedUpTo(18), 18, 18, 1, false).orElseThrow().next()).contains(Cursor.atRow(8, LIMIT));
    }

    @Test
    void acceptsAPageWithoutTheLastRowIfRowsArriveOneByOne() {
        PageJoin join =
                new PageJoin(passed(4, 1, 0), new ShiftingServer(0).source(), query(), new SeenCalls(List.of()));

        JoinedPage joined = join(join, 5, 5, 1, false).orElseThrow();

        assertThat(joined.passage().firstNew()).isZero();
        assertThat(joined.seam().doubts()).isNotEmpty();
        assertThat(joined.next()).contains(Cursor.atRow(5, LIMIT));
        assertThat(join(join, 5, 5, 0, false).orElseThrow().next()).isEmpty();
    }

    @Test
    void isNotAtTheLastRowWhileSearchingForThePosition() {
        PageJoin found =
                new PageJoin(passed(9, LIMIT, 0), new ShiftingServer(0).source(), query(), new SeenCalls(List.of()));
        PageJoin looking =
                new PageJoin(passed(9, LIMIT, 3), new ShiftingServer(0).source(), query(), new SeenCalls(List.of()));

        assertThat(found.isAtLastRow(Cursor.atRow(9, LIMIT))).isTrue();
        assertThat(found.isAtLastRow(Cursor.atRow(10, LIMIT))).isFalse();
        assertThat(found.isAtLastRow(Cursor.FIRST)).isFalse();
        assertThat(looking.isAtLastRow(Cursor.atRow(9, LIMIT))).isFalse();
    }

    @Test
    void joinsByRejectedRowsToo() {
        PageJoin join =
                new PageJoin(PassedRows.NONE, new ShiftingServer(0).source(), query(), new SeenCalls(List.of()));
        RejectedRow seven = new RejectedRow(2, "not an object", "7");
        CallPage top = counted(0, List.of(seven), "a", "b");
        join.pass(join.join(top, PageAddress.FIRST, false).orElseThrow());
        RejectedRow sevenAgain = new RejectedRow(0, "not an object", "7");
        RejectedRow eight = new RejectedRow(1, "not an object", "8");

        JoinedPage rest = join.join(
                        counted(2, List.of(sevenAgain, eight), "c"),
                        PageAddress.FIRST.at(Cursor.atRow(2, LIMIT)),
                        false)
                .orElseThrow();

        assertThat(rest.page().calls()).extracting(Call::id).containsExactly("c");
        assertThat(rest.page().rejected()).containsExactly(eight);
        assertThat(rest.seam()).isEqualTo(Seam.CONTINUOUS);
        assertThat(rest.next()).contains(Cursor.atRow(4, LIMIT));
    }

    @Test
    void searchesForAMissingRowBeforeItAcceptsThePageAsNext() {
        PageJoin join = passedUpTo(18);

        JoinedPage joined = join(join, 18, 16, 10, false).orElseThrow();

        assertThat(joined.passage().firstNew()).isEqualTo(3);
        assertThat(joined.seam()).isEqualTo(Seam.CONTINUOUS);
    }

    @Test
    void leavesOutWhatAnotherPageHasAlreadyShown() {
        RejectedRow bad = new RejectedRow(1, "no id", "{}");
        CallPage known = CallPage.builder()
                .calls(Calls.calls("a", "b"))
                .rejected(List.of(bad))
                .build();
        CallPage page = CallPage.builder()
                .calls(Calls.calls("b", "c"))
                .rejected(List.of(new RejectedRow(0, "no id", "{}"), new RejectedRow(3, "no id", "{1}")))
                .build();

        CallPage rest = PageJoin.withoutRepeats(known, page);

        assertThat(rest.calls()).extracting(Call::id).containsExactly("c");
        assertThat(rest.rejected()).containsExactly(new RejectedRow(3, "no id", "{1}"));
    }

    @Test
    void leavesAPageWithoutRepeatsUnchanged() {
        CallPage page = CallPage.of(Calls.calls("b", "c"), Optional.of(new Cursor("next")));

        assertThat(PageJoin.withoutRepeats(CallPage.of(List.of(), Optional.empty()), page))
                .isEqualTo(page);
    }

    private static CallQuery query() {
        return CallQuery.builder().pageSize(LIMIT).build();
    }

    private static PageJoin passedUpTo(int row) {
        return new PageJoin(passed(row, LIMIT, 0), new ShiftingServer(0).source(), query(), new SeenCalls(List.of()));
    }

    private static PassedRows passed(int row, int mostAtOnce, int pagesWithoutNewRows) {
        List<CallKey> keys = IntStream.rangeClosed(Math.max(0, row - 9), row)
                .mapToObj(i -> CallKey.of(Calls.call("r" + i).build()))
                .toList();
        return new PassedRows(
                keys, ListOrder.START, false, new RowCount(row, mostAtOnce, pagesWithoutNewRows, false, -1));
    }

    private static Optional<JoinedPage> early(PageJoin join, int asked, int start, int rows) {
        return join(join, asked, start, rows, true);
    }

    /** A page that was requested from one row and has this many rows from another. */
    private static Optional<JoinedPage> join(PageJoin join, int asked, int start, int rows, boolean isEarly) {
        String[] ids =
                IntStream.range(start, start + rows).mapToObj(i -> "r" + i).toArray(String[]::new);
        return join.join(counted(start, List.of(), ids), PageAddress.FIRST.at(Cursor.atRow(asked, LIMIT)), isEarly);
    }

    private static CallPage counted(int start, List<RejectedRow> rejected, String... ids) {
        int rows = ids.length + rejected.size();
        return CallPage.builder()
                .calls(Calls.calls(ids))
                .rejected(rejected)
                .firstRow(start)
                .next(rows == 0 ? Optional.empty() : Optional.of(Cursor.atRow(start + rows, LIMIT)))
                .build();
    }
}
