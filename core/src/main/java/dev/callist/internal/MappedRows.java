package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of an answer as calls, before it is known where they join the page before. */
public final class MappedRows {
    private final Answer<?> answer;
    private final List<Optional<Call>> calls;
    private final List<RejectedRow> rejected;

    MappedRows(Answer<?> answer, List<Optional<Call>> calls, List<RejectedRow> rejected) {
        this.answer = answer;
        this.calls = calls;
        this.rejected = rejected;
    }

    /** How many rows there are, calls or not. */
    public int size() {
        return calls.size();
    }

    /** The calls' ids in the order of the rows; empty text for a row that is no call. */
    public List<String> ids() {
        return calls.stream().map(call -> call.map(Call::id).orElse("")).toList();
    }

    /** The page of a list that does not shift: every row is new. */
    public CallPage page(Optional<Cursor> next) {
        return page(Seam.NONE, OptionalLong.empty(), next);
    }

    /** The page of a list that may have shifted: what is new at the seam. */
    public CallPage page(Seam seam, OptionalLong total, Optional<Cursor> next) {
        List<Call> fresh =
                calls.stream().skip(seam.firstNew()).flatMap(Optional::stream).toList();
        List<RejectedRow> bad =
                rejected.stream().filter(row -> row.index() >= seam.firstNew()).toList();
        return new CallPage(
                fresh,
                next,
                total,
                bad,
                answer.retries(),
                answer.waited(),
                seam.drifted(),
                seam.lost(),
                answer.servedAt());
    }

    /** A page that joins nowhere: nothing of it is handed over, and the place is looked for further back. */
    public CallPage stepBack(Cursor further) {
        return page(new Seam(calls.size(), true, false), OptionalLong.empty(), Optional.of(further));
    }
}
