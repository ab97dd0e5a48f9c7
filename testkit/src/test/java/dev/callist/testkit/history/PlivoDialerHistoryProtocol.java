package dev.callist.testkit.history;

import dev.callist.CallStatus;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The dialer's list, in an account of any zone. */
public final class PlivoDialerHistoryProtocol implements HistoryProtocol {
    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public boolean canOverlap(int mostRows) {
        return mostRows > 6;
    }

    @Override
    public Set<Mood> movements() {
        return EnumSet.of(
                Mood.SQL_NULLS,
                Mood.MIN_ROWS,
                Mood.FILTERED_PAGES,
                Mood.LAGGING_TOTAL,
                Mood.LOST_TOTAL,
                Mood.SHORT_PAGES,
                Mood.EMPTY_PAGES);
    }

    @Override
    public Given answer(SandboxRequest request, ListSnapshot moment) {
        ZoneOffset zone = ZoneOffset.ofHours((int) (moment.history().seed() % 25) - 11);
        boolean isFilteredLater = moment.history().has(Mood.FILTERED_PAGES);
        Predicate<ListedCall> filter = filter(request, zone, moment);
        List<ListedCall> all = moment.list().rows(isFilteredLater ? row -> true : filter);
        int number = Integer.parseInt(request.queryParameter("page").orElseThrow());
        int limit =
                moment.agreed(Integer.parseInt(request.queryParameter("limit").orElseThrow()));
        long start = (number - 1L) * limit;
        List<ListedCall> rows =
                moment.counted(all, start, limit).stream().filter(filter).toList();
        boolean more = start + limit < all.size();
        String total = moment.total(all).map(count -> ",\"total\":" + count).orElse("");
        String next = more ? "\"/api/v1/calls/?page=" + (number + 1) + "\"" : "null";
        return Given.json(
                rows,
                "{\"calls\":" + rows(rows) + ",\"meta\":{\"page\":" + number + ",\"limit\":" + limit + total
                        + ",\"next\":" + next + ",\"previous\":null}}");
    }

    private static Predicate<ListedCall> filter(SandboxRequest request, ZoneOffset zone, ListSnapshot moment) {
        LocalDate from =
                request.queryParameter("dateFrom").map(LocalDate::parse).orElse(LocalDate.MIN);
        LocalDate to = request.queryParameter("dateTo").map(LocalDate::parse).orElse(LocalDate.MAX);
        Optional<String> type = request.queryParameter("callType");
        return row -> {
            LocalDate day = LocalDate.ofInstant(row.at(), zone);
            String own = row.isOutbound() ? "all_outbound" : "all_inbound";
            return moment.passesBounds(row, !from.equals(LocalDate.MIN) || !to.equals(LocalDate.MAX))
                    && !day.isBefore(from)
                    && !day.isAfter(to)
                    && type.orElse(own).equals(own);
        };
    }

    private static String rows(List<ListedCall> rows) {
        return rows.stream()
                .map(row -> "{"
                        + (row.hasId() ? "\"id\":" + row.id() + "," : "")
                        + (row.isDated() ? "\"started_at\":" + row.at().getEpochSecond() + "," : "")
                        + "\"is_inbound\":" + !row.isOutbound() + ",\"is_in_queue\":false,\"is_ended\":"
                        + (row.status() != CallStatus.IN_PROGRESS) + ",\"is_answered\":"
                        + (row.status() == CallStatus.COMPLETED) + ",\"duration\":" + row.seconds() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
