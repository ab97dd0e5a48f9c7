package dev.callist.testkit.history;

import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Bird's list. */
public final class BirdHistoryProtocol implements TokenHistoryProtocol {
    private static final String TOKEN = "pageToken";

    @Override
    public Optional<String> token(SandboxRequest request) {
        return request.queryParameter(TOKEN);
    }

    @Override
    public Set<Mood> movements() {
        return EnumSet.of(Mood.SQL_NULLS, Mood.EXPIRY_AT_RESUME, Mood.REPEATED_TOKENS, Mood.SPLITS);
    }

    @Override
    public Given page(SandboxRequest request, ListSnapshot moment, Optional<String> token) {
        Predicate<ListedCall> filter = filter(request, moment);
        int limit = Integer.parseInt(request.queryParameter("limit").orElseThrow());
        int place = token.map(ListSnapshot::place).orElse(0);
        ListSnapshot.Tied page = moment.after(place, limit, filter);
        String next = page.next()
                .map(key -> "\"" + moment.token(key, page, token) + "\"")
                .orElse("null");
        return Given.json(page.rows(), "{\"results\":" + rows(page.rows()) + ",\"nextPageToken\":" + next + "}");
    }

    private static Predicate<ListedCall> filter(SandboxRequest request, ListSnapshot moment) {
        Instant from = request.queryParameter("startAt").map(Instant::parse).orElse(Instant.MIN);
        Instant end = request.queryParameter("endAt").map(Instant::parse).orElse(Instant.MAX);
        Optional<String> direction = request.queryParameter("direction");
        Optional<String> status = request.queryParameter("status");
        boolean isBounded = !from.equals(Instant.MIN) || !end.equals(Instant.MAX);
        return row -> moment.passesBounds(row, isBounded)
                && !row.at().isBefore(from)
                && !row.at().isAfter(end)
                && direction.orElse(direction(row)).equals(direction(row))
                && status.orElse(status(row)).equals(status(row));
    }

    private static String rows(List<ListedCall> rows) {
        return rows.stream()
                .map(row -> "{"
                        + (row.hasId() ? "\"id\":\"" + row.id() + "\"," : "")
                        + (row.isDated() ? "\"createdAt\":\"" + row.at() + "\"," : "")
                        + "\"direction\":\"" + direction(row) + "\",\"status\":\"" + status(row) + "\",\"duration\":"
                        + row.seconds() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String direction(ListedCall row) {
        return row.isOutbound() ? "outgoing" : "incoming";
    }

    private static String status(ListedCall row) {
        return row.status() == CallStatus.COMPLETED
                ? "completed"
                : Optional.of("ongoing")
                        .filter(any -> row.status() == CallStatus.IN_PROGRESS)
                        .orElse("no-answer");
    }
}
