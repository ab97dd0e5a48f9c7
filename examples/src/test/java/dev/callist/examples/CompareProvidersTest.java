package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.examples.CompareProviders.ComparableCall;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompareProvidersTest {
    private static final int CALLS = 2345;

    private final BirdSandbox bird = BirdSandbox.start(CALLS);
    private final SignalWireSandbox signalWire = SignalWireSandbox.start(CALLS);
    private final PlivoDialerSandbox plivoDialer = PlivoDialerSandbox.start(CALLS);
    private final SearchSandbox search = SearchSandbox.start(CALLS);
    private final TwilioSandbox twilio = TwilioSandbox.start(CALLS);
    private final List<Sandbox> sandboxes = List.of(bird, signalWire, plivoDialer, search, twilio);
    private final List<CallLister> listers = List.of(
            CompareProviders.lister(bird),
            CompareProviders.lister(signalWire),
            CompareProviders.lister(plivoDialer),
            CompareProviders.lister(search),
            CompareProviders.lister(twilio));

    @AfterEach
    void close() {
        listers.forEach(CallLister::close);
        sandboxes.forEach(Sandbox::close);
    }

    @Test
    void everyProviderListsTheSameCallsInTheSameOrder() {
        CallQuery day = CompareProviders.query().toBuilder()
                .createdFrom(Instant.parse("2026-02-28T07:30:01Z"))
                .createdBefore(Instant.parse("2026-03-01T09:15:59Z"))
                .pageSize(50)
                .build();
        List<Integer> expected = IntStream.range(0, CALLS)
                .filter(index -> matches(SandboxCall.at(index), day))
                .boxed()
                .toList();
        assertThat(expected).hasSizeGreaterThan(50);
        for (int i = 0; i < listers.size(); i++) {
            List<String> ids = new ArrayList<>();
            listers.get(i).list(day).forEach(call -> ids.add(call.id()));
            assertThat(ids)
                    .isEqualTo(expected.stream().map(sandboxes.get(i)::id).toList());
            assertThat(CompareProviders.list(listers.get(i), day))
                    .isEqualTo(CompareProviders.list(listers.get(0), day))
                    .hasSameSizeAs(expected);
        }
    }

    @Test
    void printsEachCallWithItsPositionInEachList() {
        List<ComparableCall> expected = CompareProviders.list(listers.get(0), CompareProviders.query());
        List<String> lines = printedComparison().lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("CREATED               DIRECTION  STATUS      DURATION"
                        + "  bird          signalwire    plivo-dialer  search        twilio");
        assertThat(lines).hasSize(expected.size() + 1).hasSizeGreaterThan(5);
        for (int position = 1; position < lines.size(); position++) {
            ComparableCall call = expected.get(position - 1);
            assertThat(lines.get(position))
                    .startsWith(call.created().orElseThrow() + "  INBOUND    COMPLETED ")
                    .matches(".* s {2}%1$d +%1$d +%1$d +%1$d +%1$d".formatted(position));
        }
    }

    @Test
    void printsADashIfAProviderLacksACall() {
        plivoDialer.vanishOn(1, matchingIndex());
        assertThat(printedComparison().lines().filter(line -> line.contains("  -  ")))
                .hasSize(1);
    }

    private int matchingIndex() {
        return IntStream.range(0, CALLS)
                .filter(index -> matches(SandboxCall.at(index), CompareProviders.query()))
                .findFirst()
                .orElseThrow();
    }

    private String printedComparison() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CompareProviders.compare(listers, CompareProviders.query(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean matches(SandboxCall call, CallQuery query) {
        return call.status() == CallStatus.COMPLETED
                && query.direction().orElseThrow() == call.direction()
                && !call.createdAt().isBefore(query.createdFrom().orElseThrow())
                && call.createdAt().isBefore(query.createdBefore().orElseThrow())
                && call.duration()
                                .orElse(Duration.ZERO)
                                .compareTo(query.minDuration().orElseThrow())
                        >= 0;
    }
}
