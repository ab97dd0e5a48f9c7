package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import dev.callist.provider.ApiResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of an answer as calls, before it is known where they join the page before. */
public final class MappedRows {
    private final ApiResponse<?> answer;
    private final List<Optional<Call>> calls;
    private final List<RejectedRow> rejected;

    MappedRows(ApiResponse<?> answer, List<Optional<Call>> calls, List<RejectedRow> rejected) {
        this.answer = answer;
        this.calls = calls;
        this.rejected = rejected;
    }

    /** The page of a list that does not shift: every row is new. */
    public CallPage page(Optional<Cursor> next) {
        return page(0, false, false, OptionalLong.empty(), next);
    }

    /** The page of a list that may have shifted: what is new after the place, and where the list goes on. */
    public CallPage page(RowPlace place, RowsGiven given) {
        Seam seam = RowSeam.of(place, given, marks());
        return page(
                seam.firstNew(),
                seam.drifted(),
                seam.lost(),
                given.total(),
                seam.next().map(RowPlace::cursor));
    }

    private CallPage page(int firstNew, boolean drifted, boolean lost, OptionalLong total, Optional<Cursor> next) {
        return new CallPage(
                callsFrom(firstNew),
                next,
                total,
                rejected.stream().filter(row -> row.index() >= firstNew).toList(),
                answer.retries(),
                answer.waited(),
                drifted,
                lost,
                answer.servedAt());
    }

    private List<Call> callsFrom(int row) {
        List<Call> found = new ArrayList<>(calls.size());
        for (Optional<Call> call : calls.subList(row, calls.size())) {
            call.ifPresent(found::add);
        }
        return found;
    }

    private List<RowMark> marks() {
        List<RowMark> marks = new ArrayList<>(calls.size());
        Iterator<RejectedRow> bad = rejected.iterator();
        for (Optional<Call> call : calls) {
            marks.add(call.map(known -> RowMark.of(known.id(), known.createdAt()))
                    .orElseGet(() -> RowMark.of(bad.next())));
        }
        return marks;
    }
}
