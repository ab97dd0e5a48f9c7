package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.ResumePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryCallsTest {
    private final List<Call> calls =
            IntStream.range(0, 250).mapToObj(InMemoryCallsTest::call).toList();
    private final InMemoryCalls lister = InMemoryCalls.of("memory", calls);

    @Test
    void isWalkedThroughInPagesOfAHundred() {
        assertThat(lister.list(CallQuery.all())).containsExactlyElementsOf(calls);
        assertThat(lister.fetchCount()).isEqualTo(3);
    }

    @Test
    void asksForNothingBeforeACallIsWanted() {
        CallIterator walk = lister.list(CallQuery.all()).readAhead(0).iterator();
        assertThat(lister.fetchCount()).isZero();

        assertThat(walk.next()).isEqualTo(calls.get(0));
        assertThat(lister.fetchCount()).isEqualTo(1);
    }

    @Test
    void pagesByTheQuerysPageSize() {
        CallQuery query = CallQuery.builder().pageSize(60).build();
        CallPage first = lister.fetch(query, Cursor.FIRST);
        CallPage last = lister.fetch(query, new Cursor("240"));

        assertThat(first.calls()).isEqualTo(calls.subList(0, 60));
        assertThat(first.next()).contains(new Cursor("60"));
        assertThat(last.calls()).isEqualTo(calls.subList(240, 250));
        assertThat(last.next()).isEmpty();
    }

    @Test
    void leavesEveryFilterToTheWalk() {
        CallQuery query = CallQuery.builder().addStatuses(CallStatus.BUSY).build();
        QueryPlan plan = lister.plan(query);
        CallIterator walk = lister.list(query).iterator();
        List<Call> busy = new ArrayList<>();
        walk.forEachRemaining(busy::add);

        assertThat(plan.pushedFilters()).isEmpty();
        assertThat(plan.residualFilters()).containsExactly(QueryFilter.STATUSES);
        assertThat(busy).hasSize(25).allMatch(call -> call.status() == CallStatus.BUSY);
        assertThat(walk.report().filteredHere()).isEqualTo(225);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void isResumedAfterTheLastCallHandedOver() {
        CallQuery query = CallQuery.builder().pageSize(40).build();
        CallIterator walk = lister.list(query).iterator();
        IntStream.range(0, 101).forEach(i -> walk.next());
        ResumePoint place = ResumePoint.parse(walk.resumePoint().toString());
        InMemoryCalls later = InMemoryCalls.of("memory", calls);

        assertThat(later.resume(query, place)).containsExactlyElementsOf(calls.subList(101, 250));
    }

    @Test
    void hasOneEmptyPageWhenThereAreNoCalls() {
        InMemoryCalls empty = InMemoryCalls.of("memory", List.of());

        assertThat(empty.list(CallQuery.all())).isEmpty();
        assertThat(empty.fetchCount()).isEqualTo(1);
    }

    @Test
    void refusesAnInvalidCursor() {
        for (String text : List.of("-1", "251", "x", "99999999999")) {
            fails(Kind.CURSOR_EXPIRED, () -> lister.fetch(CallQuery.all(), new Cursor(text)));
        }
    }

    @Test
    void refusesFiltersOfAProvider() {
        ProviderFilters foreign = new ProviderFilters() {
            @Override
            public String provider() {
                return "bird";
            }

            @Override
            public Map<String, List<String>> parameters() {
                return Map.of();
            }
        };

        fails(
                Kind.UNSUPPORTED_FILTER,
                () -> lister.list(
                        CallQuery.builder().addProviderFilters(foreign).build()));
    }

    @Test
    void returnsNothingAfterItWasClosed() {
        lister.close();
        lister.close();

        fails(Kind.CLOSED, () -> lister.fetch(CallQuery.all(), Cursor.FIRST));
        fails(Kind.CLOSED, () -> lister.list(CallQuery.all()).iterator().next());
    }

    @Test
    void saysItsNameAndSize() {
        assertThat(lister.provider()).isEqualTo("memory");
        assertThat(lister).hasToString("InMemoryCalls[memory, 250 calls]");
    }

    private static void fails(Kind kind, Runnable step) {
        assertThatExceptionOfType(CallListException.class).isThrownBy(step::run).satisfies(e -> assertThat(e.kind())
                .isEqualTo(kind));
    }

    private static Call call(int index) {
        SandboxCall made = SandboxCall.at(index);
        return Call.builder()
                .provider("memory")
                .id(made.id().toString())
                .direction(made.direction())
                .status(index % 10 == 9 ? CallStatus.BUSY : CallStatus.COMPLETED)
                .createdAt(made.createdAt())
                .build();
    }
}
