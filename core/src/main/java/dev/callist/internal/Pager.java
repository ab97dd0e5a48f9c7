package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallPage;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns rows into calls and a decoded page into a {@link CallPage}: the last step of every provider's fetch. */
public final class Pager<R> {
    private final RowMapper<R> mapper;
    private final boolean keepRawJson;

    /** A pager for one provider's records. */
    public Pager(RowMapper<R> mapper, boolean keepRawJson) {
        this.mapper = mapper;
        this.keepRawJson = keepRawJson;
    }

    /** The page with its calls mapped and the rows that are no calls rejected. */
    public CallPage page(Answer<? extends Envelope<R>> answer, Optional<Cursor> next) {
        Rows<R> rows = Objects.requireNonNull(answer.value().rows(), "a page without rows is refused when it is read");
        List<Call> calls = new ArrayList<>(rows.list().size());
        List<RejectedRow> rejected = new ArrayList<>(0);
        for (int index = 0; index < rows.list().size(); index++) {
            Row<R> row = rows.list().get(index);
            Optional<Call> call = call(row);
            if (call.isPresent()) {
                calls.add(call.get());
            } else {
                rejected.add(new RejectedRow(index, row.record() == null ? "not an object" : "no id", row.json()));
            }
        }
        return new CallPage(calls, next, OptionalLong.empty(), rejected, answer.retries(), answer.waited(), false);
    }

    /** The call of a row; absent when the row is no object or has no id. */
    public Optional<Call> call(Row<R> row) {
        R record = row.record();
        return record == null ? Optional.empty() : mapper.map(record).map(call -> finished(call, record, row));
    }

    private Call finished(CallBuilder call, R record, Row<R> row) {
        call.nativeRecord(record).addAllProblems(row.problems());
        return (keepRawJson ? call.rawJson(row.json()) : call).build();
    }
}
