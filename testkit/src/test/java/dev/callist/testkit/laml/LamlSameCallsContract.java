package dev.callist.testkit.laml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxKind;
import dev.callist.testkit.internal.laml.LamlDialect;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The set of calls that all sandboxes serve, as the sandbox of one of these providers shows it. */
public abstract class LamlSameCallsContract<L extends CallLister> {
    private static final int CALLS = 600;

    private final SandboxKind kind;
    private final LamlDialect dialect;
    private final Sandbox sandbox;
    private final Function<URI, L> lister;
    private final L calls;

    /**
     * For the provider's test.
     *
     * @param lister makes a lister for the sandbox with this URL
     */
    protected LamlSameCallsContract(String provider, LamlDialect dialect, Function<URI, L> lister) {
        kind = SandboxKind.of(provider).orElseThrow();
        this.dialect = dialect;
        sandbox = kind.start(CALLS, 0);
        this.lister = lister;
        calls = lister.apply(sandbox.url());
    }

    /** Fetches a call by its sid. */
    protected abstract Call find(L lister, String sid);

    /** Expects what only this provider shows of a call. */
    protected abstract void expectOwn(Call call, SandboxCall set);

    @AfterEach
    void stop() {
        calls.close();
        sandbox.close();
    }

    private List<String> idsOfTheSet(Predicate<SandboxCall> wanted) {
        return IntStream.range(0, CALLS)
                .mapToObj(SandboxCall::at)
                .filter(wanted)
                .map(call -> dialect.sid(call.id()))
                .toList();
    }

    private List<String> ids(CallQuery query) {
        return calls.list(query).stream().map(Call::id).toList();
    }

    @Test
    void findsTheSameCallsAsEveryProviderForTheSameQuery() {
        Instant from = Instant.parse("2026-03-01T04:00:00Z");
        Instant before = Instant.parse("2026-03-01T10:00:00Z");

        assertThat(ids(CallQuery.builder()
                        .createdFrom(from)
                        .createdBefore(before)
                        .direction(CallDirection.OUTBOUND)
                        .addStatuses(CallStatus.COMPLETED)
                        .minDuration(Duration.ofSeconds(30))
                        .pageSize(40)
                        .build()))
                .hasSizeGreaterThan(20)
                .isEqualTo(idsOfTheSet(call -> !call.createdAt().isBefore(from)
                        && call.createdAt().isBefore(before)
                        && call.direction() == CallDirection.OUTBOUND
                        && call.status() == CallStatus.COMPLETED
                        && call.duration().orElse(Duration.ZERO).toSeconds() >= 30));
    }

    @Test
    void findsTheCallsOfANumberAndOfASwitchboard() {
        String number = SandboxCall.at(0).to().address();
        String desk = IntStream.range(0, CALLS)
                .mapToObj(index -> SandboxCall.at(index).from())
                .filter(party -> party.kind() == CallParty.Kind.SIP)
                .findFirst()
                .orElseThrow()
                .address();

        assertThat(ids(CallQuery.builder().to(number).build()))
                .isNotEmpty()
                .isEqualTo(idsOfTheSet(call -> call.to().address().equals(number)));
        assertThat(ids(CallQuery.builder().from(desk).build()))
                .isNotEmpty()
                .isEqualTo(idsOfTheSet(call -> call.from().address().equals(desk)));
    }

    @Test
    void mapsEveryCallOfTheSet() {
        assertThat(calls.list(CallQuery.all()))
                .zipSatisfy(IntStream.range(0, CALLS).mapToObj(SandboxCall::at).toList(), (call, set) -> {
                    assertThat(call.id()).isEqualTo(dialect.sid(set.id()));
                    assertThat(call.account()).contains(dialect.account());
                    assertThat(call.parentId()).isEqualTo(set.parentId().map(dialect::sid));
                    assertThat(call.direction()).isEqualTo(set.direction());
                    assertThat(call.status()).isEqualTo(statusOf(set));
                    assertThat(call.from().orElseThrow().kind())
                            .isEqualTo(set.from().kind());
                    assertThat(call.from().orElseThrow().e164())
                            .isEqualTo(set.from().e164());
                    assertThat(call.to().orElseThrow().e164())
                            .isEqualTo(set.to().e164());
                    assertThat(call.createdAt()).contains(set.createdAt().truncatedTo(ChronoUnit.SECONDS));
                    assertThat(call.updatedAt()).contains(set.updatedAt().truncatedTo(ChronoUnit.SECONDS));
                    assertThat(call.endedAt()).isEqualTo(set.endedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)));
                    expectOwn(call, set);
                    assertThat(call.answeredBy()).isEqualTo(set.answeredBy());
                    assertThat(call.problems()).isEmpty();
                });
    }

    private static CallStatus statusOf(SandboxCall call) {
        return call.status() == CallStatus.SCHEDULED ? CallStatus.QUEUED : call.status();
    }

    @Test
    void walksManyCallsWithOneRequestAPage() {
        try (Sandbox large = kind.start(2_345, 0);
                L largeLister = lister.apply(large.url());
                CallIterator walk = largeLister
                        .list(CallQuery.builder().pageSize(100).build())
                        .iterator()) {
            int seen = 0;
            while (walk.hasNext()) {
                assertThat(walk.next().id()).isEqualTo(large.id(seen));
                seen++;
            }
            assertThat(seen).isEqualTo(2_345);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(walk.report().ordered()).isTrue();
            assertThat(large.requestCount()).isEqualTo(24);
        }
    }

    @Test
    void findsACallOfTheList() {
        assertThat(find(calls, sandbox.id(17)))
                .isEqualTo(calls.list(CallQuery.all()).stream()
                        .skip(17)
                        .findFirst()
                        .orElseThrow());
    }
}
