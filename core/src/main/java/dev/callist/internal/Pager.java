package dev.callist.internal;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.RejectedRow;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.Envelope;
import dev.callist.provider.Row;
import dev.callist.provider.RowMapper;
import dev.callist.provider.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Turns rows into calls: the last step of every provider's fetch. */
public final class Pager<R> {
    private final RowMapper<R> mapper;
    private final boolean keepRawJson;

    /** A pager for one provider's records. */
    public Pager(RowMapper<R> mapper, boolean keepRawJson) {
        this.mapper = mapper;
        this.keepRawJson = keepRawJson;
    }

    /** The rows of an answer as calls, and those that are none as rejected. */
    public MappedRows map(ApiResponse<? extends Envelope<R>> answer) {
        Rows<R> rows = Objects.requireNonNull(answer.value().rows(), "a page without rows is refused when it is read");
        List<Optional<Call>> calls = new ArrayList<>(rows.list().size());
        List<RejectedRow> rejected = new ArrayList<>(0);
        for (Row<R> row : rows.list()) {
            Optional<Call> call = call(row);
            if (call.isEmpty()) {
                String reason = row.record() == null ? "not an object" : "no id";
                rejected.add(new RejectedRow(calls.size(), reason, row.json()));
            }
            calls.add(call);
        }
        rows.release();
        return new MappedRows(answer, calls, rejected);
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
