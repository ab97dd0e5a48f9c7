package dev.callist.internal.check;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListerCheck.Subject;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.check.PageChecks.KnownList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the server applies the filters that the lister leaves to it, and which days it means. */
final class FilterChecks {
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int DAYS_BACK = 4;

    private final CallLister lister;
    private final ListerProbe probe;
    private final CheckFindings findings;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<QueryFilter> applied = EnumSet.noneOf(QueryFilter.class);
    private Optional<DayWindow> days = Optional.empty();

    FilterChecks(CallLister lister, ListerProbe probe, CheckFindings findings) {
        this.lister = lister;
        this.probe = probe;
        this.findings = findings;
    }

    /** The days of a window that was requested, and the first page of its list. */
    private record DayWindow(LocalDate first, LocalDate last, KnownList list) {}

    /**
     * Requests a filtered list and, if the window is made of days, a list of some days. Returns those that can be
     * relied on.
     */
    List<KnownList> check(KnownList whole) {
        List<Instant> times = whole.page().calls().stream()
                .flatMap(call -> call.createdAt().stream())
                .sorted()
                .toList();
        if (whole.page().calls().isEmpty()) {
            return List.of();
        }
        findings.notSeen(Subject.DAY_ZONE, "the window is not made of bare dates");
        List<KnownList> lists = new ArrayList<>();
        boolean hasDays = !times.isEmpty() && hasDays(whole.query(), times);
        CallQuery filtered = filtered(whole, times, hasDays);
        if (filtered.filters().isEmpty()) {
            findings.notSeen(Subject.FILTERS, "the lister leaves no filter to the server");
        } else {
            request(filtered).ifPresent(page -> lists.add(new KnownList(filtered, page)));
        }
        if (hasDays) {
            requestDays(whole.query(), times.get(times.size() - 1)).ifPresent(list -> lists.add(0, list));
        }
        judge(whole.page(), lists);
        return findings.isDiffering(Subject.FILTERS) ? List.of() : lists;
    }

    /** The query with filters that the server would apply and that some calls match. */
    private CallQuery filtered(KnownList whole, List<Instant> times, boolean hasDays) {
        List<Call> calls = whole.page().calls();
        Set<QueryFilter> supported = lister.plan(whole.query()).supportedFilters();
        CallQueryBuilder query = whole.query().toBuilder();
        if (supported.contains(QueryFilter.DIRECTION)) {
            mostCommon(calls, Call::direction, CallDirection.UNKNOWN).ifPresent(query::direction);
        }
        mostCommon(calls, Call::status, CallStatus.UNKNOWN)
                .filter(status -> isServed(whole.query(), status))
                .ifPresent(query::addStatuses);
        boolean isWindow = supported.containsAll(List.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE));
        if (isWindow && !hasDays && !times.isEmpty()) {
            Instant end = times.get(times.size() / 2);
            query.createdFrom(end.minus(WINDOW)).createdBefore(end);
        }
        return query.build();
    }

    private boolean isServed(CallQuery query, CallStatus status) {
        CallQuery asked = query.toBuilder().addStatuses(status).build();
        return lister.plan(asked).pushedFilters().contains(QueryFilter.STATUSES);
    }

    private static <T> Optional<T> mostCommon(List<Call> calls, Function<Call, T> field, T unknown) {
        return calls.stream()
                .map(field)
                .filter(value -> !value.equals(unknown))
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                .entrySet()
                .stream()
                .max((one, other) -> one.getValue().compareTo(other.getValue()))
                .map(entry -> entry.getKey());
    }

    private Optional<CallPage> request(CallQuery query) {
        Optional<CallPage> page = probe.find(Subject.FILTERS, query, Cursor.FIRST);
        Set<QueryFilter> pushed = lister.plan(query).pushedFilters();
        page.ifPresent(found -> {
            applied.addAll(pushed);
            found.calls().forEach(call -> compare(query, call));
        });
        return page;
    }

    private void compare(CallQuery query, Call call) {
        if (query.direction()
                .filter(asked -> call.direction() != CallDirection.UNKNOWN && call.direction() != asked)
                .isPresent()) {
            ignored.add("direction");
        }
        boolean isKnown =
                call.status() != CallStatus.UNKNOWN && !query.statuses().isEmpty();
        if (isKnown && !query.statuses().contains(call.status())) {
            ignored.add("status");
        }
        query.createdFrom()
                .flatMap(from -> call.createdAt().filter(at -> at.isBefore(from.minus(MARGIN))))
                .or(() -> query.createdBefore()
                        .flatMap(end -> call.createdAt().filter(at -> at.isAfter(end.plus(MARGIN)))))
                .ifPresent(outside -> ignored.add("window"));
    }

    private boolean hasDays(CallQuery query, List<Instant> times) {
        QueryPlan plan = lister.plan(window(query, times.get(times.size() - 1)));
        return plan.firstDay().isPresent() && plan.lastDay().isPresent();
    }

    /** A day that lies so far back that its margins lie in the past too. */
    private static CallQuery window(CallQuery query, Instant newest) {
        Instant end = newest.truncatedTo(ChronoUnit.DAYS).minus(DAYS_BACK, ChronoUnit.DAYS);
        return query.toBuilder()
                .createdFrom(end.minus(1, ChronoUnit.DAYS))
                .createdBefore(end)
                .build();
    }

    private Optional<KnownList> requestDays(CallQuery query, Instant newest) {
        CallQuery window = window(query, newest);
        QueryPlan plan = lister.plan(window);
        LocalDate first = plan.firstDay().orElseThrow();
        LocalDate last = plan.lastDay().orElseThrow();
        Optional<KnownList> list =
                probe.find(Subject.DAY_ZONE, window, Cursor.FIRST).map(page -> new KnownList(window, page));
        days = list.map(known -> new DayWindow(first, last, known));
        list.ifPresent(known -> compare(known.page(), first, last));
        return list;
    }

    private void compare(CallPage page, LocalDate first, LocalDate last) {
        Instant earliest = first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant latest = last.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        applied.addAll(EnumSet.of(QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE));
        times(page).filter(at -> at.isBefore(earliest) || at.isAfter(latest)).forEach(outside -> ignored.add("window"));
    }

    private void judge(CallPage unfiltered, List<KnownList> lists) {
        for (KnownList list : lists) {
            CallPage page = list.page();
            int rows = ListerProbe.rows(page);
            boolean more = page.total().isPresent()
                    ? list.totalExceedsPage()
                    : page.next().isPresent();
            if (ignored.isEmpty() && more && rows < ListerProbe.rows(unfiltered)) {
                findings.differs(
                        Subject.FILTERS,
                        "applied after pages are cut: " + rows + " rows on a page although more follow");
            }
        }
        if (!ignored.isEmpty()) {
            findings.differs(Subject.FILTERS, "ignored: " + String.join(", ", ignored));
        } else if (lists.stream().allMatch(list -> ListerProbe.rows(list.page()) == 0)) {
            if (!applied.isEmpty()) {
                findings.notSeen(Subject.FILTERS, "no call matched");
            }
        } else {
            findings.expected(Subject.FILTERS, "applied: " + CheckFindings.names(words(applied)));
        }
    }

    private static List<String> words(Set<QueryFilter> filters) {
        return filters.stream()
                .map(filter -> filter.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    /**
     * Judges the days by the first and the last rows of the window of days.
     *
     * @param end a list of which the last rows were requested
     */
    void dayZone(Optional<KnownList> end) {
        if (ignored.contains("window")) {
            findings.notSeen(Subject.DAY_ZONE, "the server ignores the window");
        } else {
            days.ifPresent(
                    window -> dayZone(window, end.filter(list -> list.query().equals(window.list.query()))));
        }
    }

    private void dayZone(DayWindow window, Optional<KnownList> end) {
        List<Instant> times = Stream.concat(
                        times(window.list.page()), end.stream().flatMap(list -> times(list.page())))
                .sorted()
                .toList();
        List<DayZone> zones = times.isEmpty()
                ? List.of()
                : DayZone.of(window.first, window.last, times.get(0), times.get(times.size() - 1));
        String text = zones.stream().map(DayZone::toString).collect(Collectors.joining("; or "));
        if (zones.isEmpty()) {
            findings.notSeen(Subject.DAY_ZONE, "too few calls around the ends of the days");
        } else if (zones.stream().anyMatch(DayZone::includesBoth)) {
            findings.expected(Subject.DAY_ZONE, text);
        } else {
            findings.differs(Subject.DAY_ZONE, text);
        }
    }

    private static Stream<Instant> times(CallPage page) {
        return page.calls().stream().flatMap(call -> call.createdAt().stream());
    }
}
