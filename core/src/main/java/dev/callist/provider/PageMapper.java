package dev.callist.provider;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallPage;
import dev.callist.CallPageBuilder;
import dev.callist.ListingReport.Doubt;
import dev.callist.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the rows of a response into calls: the last step of every provider's fetch. Thread-safe.
 *
 * @param <R> the native record of a row
 */
public final class PageMapper<R> {
    private final RowMapper<R> mapper;
    private final boolean keepRawJson;

    /**
     * Creates a mapper for one provider's records.
     *
     * @param keepRawJson whether calls keep the text of their rows
     */
    public PageMapper(RowMapper<R> mapper, boolean keepRawJson) {
        this.mapper = mapper;
        this.keepRawJson = keepRawJson;
    }

    /** A page with the calls of a response, and its rejected rows; the caller adds the page's position in the list. */
    public CallPageBuilder page(ApiResponse<? extends Envelope<R>> response) {
        Rows<R> rows = Objects.requireNonNull(response.value().rows(), "JsonClient rejects a page without rows");
        List<Call> calls = new ArrayList<>(rows.list().size());
        List<RejectedRow> rejected = new ArrayList<>(0);
        for (Row<R> row : rows.list()) {
            Optional<Call> call = call(row);
            if (call.isPresent()) {
                calls.add(call.get());
            } else {
                String reason = row.record() == null ? "not an object" : "no id";
                rejected.add(new RejectedRow(calls.size() + rejected.size(), reason, row.json()));
            }
        }
        rows.release();
        return CallPage.builder()
                .calls(calls)
                .rejected(rejected)
                .doubts(rows.isList() ? Set.of() : Set.of(Doubt.NO_LIST))
                .retries(response.retries())
                .waited(response.waited())
                .servedAt(response.servedAt());
    }

    /** The call of a row; absent when the row is not an object or has no id. */
    public Optional<Call> call(Row<R> row) {
        R record = row.record();
        return record == null ? Optional.empty() : mapper.map(record).map(call -> finished(call, record, row));
    }

    private Call finished(CallBuilder call, R record, Row<R> row) {
        call.nativeRecord(record).addAllProblems(row.problems());
        return (keepRawJson ? call.rawJson(row.json()) : call).build();
    }
}
