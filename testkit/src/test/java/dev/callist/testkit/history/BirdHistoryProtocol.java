package dev.callist.testkit.history;

import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Bird's list. */
public final class BirdHistoryProtocol implements HistoryProtocol {
    @Override
    public boolean countsRows() {
        return false;
    }

    @Override
    public boolean canOverlap(int mostRows) {
        return true;
    }

    @Override
    public Given answer(SandboxRequest request, ListSnapshot moment) {
        Predicate<ListedCall> filter = filter(request);
        int limit = Integer.parseInt(request.queryParameter("limit").orElseThrow());
        int place = request.queryParameter("pageToken")
                .map(token -> Integer.parseInt(token.split("-", -1)[0]))
                .orElse(0);
        ListSnapshot.Tied page = moment.after(place, limit, filter);
        String token = page.next()
                .map(key -> "\"" + key + "-" + moment.request() + "\"")
                .orElse("null");
        return Given.json(page.rows(), "{\"results\":" + rows(page.rows()) + ",\"nextPageToken\":" + token + "}");
    }

    private static Predicate<ListedCall> filter(SandboxRequest request) {
        Instant from = request.queryParameter("startAt").map(Instant::parse).orElse(Instant.MIN);
        Instant end = request.queryParameter("endAt").map(Instant::parse).orElse(Instant.MAX);
        Optional<String> direction = request.queryParameter("direction");
        Optional<String> status = request.queryParameter("status");
        return row -> !row.at().isBefore(from)
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
