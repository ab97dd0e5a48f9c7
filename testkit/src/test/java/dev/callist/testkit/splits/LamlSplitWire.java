package dev.callist.testkit.splits;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.internal.laml.LamlTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requests and pages of SignalWire and Twilio. Every call starts when it is created. */
public record LamlSplitWire(LamlDialect dialect) implements SplitWire {
    @Override
    public Optional<Instant> from(SandboxRequest request) {
        return time(request, "StartTime>");
    }

    @Override
    public Optional<Instant> until(SandboxRequest request) {
        return time(request, "StartTime<");
    }

    @Override
    public int pageSize(SandboxRequest request) {
        return Integer.parseInt(request.queryParameter("PageSize").orElseThrow());
    }

    @Override
    public int place(SandboxRequest request) {
        return request.queryParameter("PageToken")
                .map(token -> Integer.parseInt(token.substring(2)))
                .orElse(0);
    }

    @Override
    public String page(List<SplitRow> rows, Optional<Integer> next) {
        String calls = rows.stream()
                .map(row -> "{\"sid\":\"" + row.id() + "\"" + (row.isDated() ? times(row) : "") + "}")
                .collect(Collectors.joining(",", "[", "]"));
        String link = next.map(place -> "\"" + dialect.list() + "?Page=1&PageToken=PA" + place + "\"")
                .orElse("null");
        return "{\"calls\":" + calls + ",\"next_page_uri\":" + link + "}";
    }

    private static String times(SplitRow row) {
        String time = LamlTime.text(row.at());
        return ",\"date_created\":\"" + time + "\",\"start_time\":\"" + time + "\"";
    }

    private Optional<Instant> time(SandboxRequest request, String name) {
        return request.queryParameter(name).flatMap(dialect::time).map(LamlDialect.TimeSpan::first);
    }
}
