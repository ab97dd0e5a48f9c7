package dev.callist.testkit.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.internal.server.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** A list of random rows, and a walk over it with a random query. Everything follows from the seed. */
final class OddRowCase implements RequestHandler {
    /** The rows of each case. */
    static final int ROWS = 20;

    private static final Instant NEWEST = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<String> NOT_CALLS =
            List.of("null", "5", "\"row\"", "true", "[]", "[[{}]]", "\"\u00ff\"", "{}");

    private final long seed;
    private final RowProtocol protocol;
    private final List<OddRow> rows = new ArrayList<>();
    private final OddRowQuery query;
    private final int readAhead;
    private List<OddRow> shown = List.of();
    private Optional<Instant> stop = Optional.empty();

    OddRowCase(long seed, RowProtocol protocol, List<ObjectNode> wellFormed) {
        this.seed = seed;
        this.protocol = protocol;
        Dice dice = new Dice(seed);
        List<CallTruth> calls = new ArrayList<>();
        Instant newer = NEWEST;
        for (int number = 0; number < ROWS; number++) {
            CallTruth call = CallTruth.before(newer, number, protocol.statuses(), dice);
            newer = call.createdAt();
            calls.add(call);
            rows.add(
                    dice.isUnreadable() && dice.percent(5)
                            ? OddRow.notACall(dice.oneOf(NOT_CALLS))
                            : protocol.row(call, dice.oneOf(wellFormed), dice));
        }
        query = new OddRowQuery(dice.oneOf(calls), dice.oneOf(calls), protocol, dice);
        readAhead = dice.oneOf(0, 0, 0, 1);
    }

    @Override
    public MockResponse answer(SandboxRequest request) {
        String page = protocol.page(request, shown.stream().map(OddRow::json).toList());
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(new Buffer().write(page.getBytes(StandardCharsets.ISO_8859_1)))
                .build();
    }

    /** Selects the rows that the server shows; a filter whose answer it does not know selects some. */
    void serve(CallLister lister) {
        Set<QueryFilter> served = lister.plan(query.query()).pushedFilters();
        stop = query.query()
                .createdFrom()
                .filter(any -> !served.contains(QueryFilter.CREATED_FROM))
                .map(from -> from.minus(Duration.ofDays(1)));
        shown = rows.stream()
                .filter(row -> !row.isCall() || isShown(row, query.judgeOnServer(row, served)))
                .toList();
    }

    private static boolean isShown(OddRow row, Verdict verdict) {
        return verdict == Verdict.UNCLEAR ? row.isShown() : verdict.compareTo(Verdict.UNCLEAR) > 0;
    }

    /** Walks the list, and says what is wrong with what came out. */
    Optional<String> flaw(CallLister lister) {
        Map<String, Call> calls = new HashMap<>();
        ListingReport report;
        try (CallIterator walk = lister.list(query.query()).readAhead(readAhead).iterator()) {
            while (walk.hasNext()) {
                Call call = walk.next();
                if (calls.put(call.id(), call) != null) {
                    return flaw("a call was handed over twice: " + call.id(), Optional.empty());
                }
            }
            report = walk.report();
        } catch (RuntimeException e) {
            return flaw("the walk failed: " + e, Optional.empty());
        }
        return flaw(calls, report);
    }

    private Optional<String> flaw(Map<String, Call> calls, ListingReport report) {
        boolean mayDoubt = query.hasTags();
        for (OddRow row : shown) {
            Optional<Call> call = row.id().value().map(calls::remove);
            Verdict verdict = query.judge(row);
            mayDoubt |= !row.isCall() || (verdict != Verdict.YES && verdict != Verdict.NO);
            Optional<String> flaw = flaw(row, call, verdict, report.completeness());
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        if (!calls.isEmpty()) {
            return flaw("calls were invented: " + calls.keySet(), Optional.empty());
        }
        boolean hasRejected = shown.stream().anyMatch(row -> !row.isCall());
        boolean isRejected = report.rejected() > 0;
        boolean mayMissRejected = hasRejected && stop.isPresent();
        if ((hasRejected != isRejected && !mayMissRejected)
                || isRejected != (report.completeness() == Completeness.INCOMPLETE)) {
            return flaw(report.rejected() + " rejected rows, " + report.completeness(), Optional.empty());
        }
        return mayDoubt || report.completeness() == Completeness.COMPLETE
                ? Optional.empty()
                : flaw("every filter could judge every call, but " + report.doubts(), Optional.empty());
    }

    private Optional<String> flaw(OddRow row, Optional<Call> call, Verdict verdict, Completeness completeness) {
        boolean isLeftOut = row.isCall() && call.isEmpty();
        if (isLeftOut && verdict == Verdict.YES) {
            return flaw("a matching call was left out", Optional.of(row));
        }
        boolean mayBeUnseen = stop.filter(row.madeAt()::isBefore).isPresent();
        if (isLeftOut
                && !mayBeUnseen
                && verdict.compareTo(Verdict.UNCLEAR) >= 0
                && completeness == Completeness.COMPLETE) {
            return flaw("a call that may match was left out, and the report says COMPLETE", Optional.of(row));
        }
        if (call.isPresent() && verdict.compareTo(Verdict.UNCLEAR) < 0) {
            return flaw("a call that does not match was handed over", Optional.of(row));
        }
        return call.flatMap(row::invention).flatMap(field -> flaw(field + " was misread as " + call, Optional.of(row)));
    }

    private Optional<String> flaw(String what, Optional<OddRow> row) {
        return Optional.of("seed " + seed + ", " + query.query() + " direction "
                + query.query().direction() + " statuses " + query.query().statuses() + " durations "
                + query.query().minDuration() + " to " + query.query().maxDuration() + " tags "
                + query.query().tags() + ": " + what
                + row.map(odd -> "\n  " + odd.json() + "\n  " + odd.withJson(""))
                        .orElse(""));
    }
}
