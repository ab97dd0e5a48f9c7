package dev.callist.testkit.splits;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.signalwire.SignalWireLinks;
import dev.callist.testkit.internal.signalwire.SignalWireTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SignalWire's requests and pages. Every call starts when it is created. */
public final class SignalWireSplitWire implements SplitWire {
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
        String link = next.map(place -> "\"" + SignalWireLinks.LIST + "?Page=1&PageToken=PA" + place + "\"")
                .orElse("null");
        return "{\"calls\":" + calls + ",\"next_page_uri\":" + link + "}";
    }

    private static String times(SplitRow row) {
        String time = SignalWireTime.text(row.at());
        return ",\"date_created\":\"" + time + "\",\"start_time\":\"" + time + "\"";
    }

    private static Optional<Instant> time(SandboxRequest request, String name) {
        return request.queryParameter(name)
                .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    }
}
