package dev.callist.testkit.splits;

import dev.callist.testkit.SandboxRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Bird's requests and pages. */
public final class BirdSplitWire implements SplitWire {
    @Override
    public Optional<Instant> from(SandboxRequest request) {
        return request.queryParameter("startAt").map(Instant::parse);
    }

    @Override
    public Optional<Instant> until(SandboxRequest request) {
        return request.queryParameter("endAt").map(Instant::parse);
    }

    @Override
    public int pageSize(SandboxRequest request) {
        return Integer.parseInt(request.queryParameter("limit").orElseThrow());
    }

    @Override
    public int place(SandboxRequest request) {
        return request.queryParameter("pageToken").map(Integer::parseInt).orElse(0);
    }

    @Override
    public String page(List<SplitRow> rows, Optional<Integer> next) {
        String results = rows.stream()
                .map(row -> "{\"id\":\"" + row.id() + "\""
                        + (row.isDated() ? ",\"createdAt\":\"" + row.at() + "\"" : "") + "}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"results\":" + results + ",\"nextPageToken\":"
                + next.map(place -> "\"" + place + "\"").orElse("null") + "}";
    }
}
