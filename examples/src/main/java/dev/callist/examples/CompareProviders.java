package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.plivodialer.PlivoDialerConfig;
import dev.callist.search.SearchCalls;
import dev.callist.search.SearchConfig;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.twilio.TwilioCalls;
import dev.callist.twilio.TwilioConfig;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sends the same query to several providers and prints their calls side by side. */
public final class CompareProviders {
    private CompareProviders() {}

    /**
     * Needs no account: it reads from five sandboxes, which serve the same calls. Replace them with your own listers.
     */
    public static void main(String[] args) {
        try (BirdSandbox bird = BirdSandbox.start(200);
                SignalWireSandbox signalWire = SignalWireSandbox.start(200);
                PlivoDialerSandbox plivoDialer = PlivoDialerSandbox.start(200);
                SearchSandbox search = SearchSandbox.start(200);
                TwilioSandbox twilio = TwilioSandbox.start(200);
                CallLister birdCalls = lister(bird);
                CallLister signalWireCalls = lister(signalWire);
                CallLister plivoDialerCalls = lister(plivoDialer);
                CallLister searchCalls = lister(search);
                CallLister twilioCalls = lister(twilio)) {
            compare(
                    List.of(birdCalls, signalWireCalls, plivoDialerCalls, searchCalls, twilioCalls),
                    query(),
                    System.out);
        }
    }

    /** Completed inbound calls of two hours that lasted a minute or longer. */
    static CallQuery query() {
        return CallQuery.builder()
                .createdFrom(Instant.parse("2026-03-01T10:00:00Z"))
                .createdBefore(Instant.parse("2026-03-01T12:00:00Z"))
                .direction(CallDirection.INBOUND)
                .addStatuses(CallStatus.COMPLETED)
                .minDuration(Duration.ofMinutes(1))
                .build();
    }

    /** The part of a call that can be compared: ids differ, and some providers only give whole seconds. */
    record ComparableCall(
            Optional<Instant> created, CallDirection direction, CallStatus status, Optional<Duration> duration) {
        static ComparableCall of(Call call) {
            return new ComparableCall(
                    call.createdAt().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                    call.direction(),
                    call.status(),
                    call.duration());
        }
    }

    static List<ComparableCall> list(CallLister lister, CallQuery query) {
        try (Stream<Call> calls = lister.list(query).stream()) {
            return calls.map(ComparableCall::of).toList();
        }
    }

    /** Prints one line for each call, with its position in the list of each provider. */
    static void compare(List<CallLister> listers, CallQuery query, PrintStream out) {
        Map<ComparableCall, Map<CallLister, String>> positions = new LinkedHashMap<>();
        for (CallLister lister : listers) {
            int position = 0;
            for (ComparableCall call : list(lister, query)) {
                position++;
                positions
                        .computeIfAbsent(call, unseen -> new HashMap<>())
                        .merge(lister, Integer.toString(position), (first, next) -> first + ", " + next);
            }
        }
        out.println(line("CREATED", "DIRECTION", "STATUS", "DURATION", listers, CallLister::provider));
        positions.forEach((call, positionIn) -> out.println(line(
                call.created().map(Instant::toString).orElse("-"),
                call.direction().toString(),
                call.status().toString(),
                call.duration().map(time -> time.toSeconds() + " s").orElse("-"),
                listers,
                lister -> positionIn.getOrDefault(lister, "-"))));
    }

    private static String line(
            String created,
            String direction,
            String status,
            String duration,
            List<CallLister> listers,
            Function<CallLister, String> cell) {
        StringBuilder line =
                new StringBuilder("%-20s  %-9s  %-10s  %8s".formatted(created, direction, status, duration));
        listers.forEach(lister -> line.append("  %-12s".formatted(cell.apply(lister))));
        return line.toString().stripTrailing();
    }

    static CallLister lister(BirdSandbox sandbox) {
        return BirdCalls.create(BirdConfig.builder()
                .baseUrl(sandbox.url())
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .build());
    }

    static CallLister lister(SignalWireSandbox sandbox) {
        return SignalWireCalls.create(SignalWireConfig.builder()
                .baseUrl(sandbox.url())
                .projectId(SignalWireSandbox.PROJECT_ID)
                .apiToken(SignalWireSandbox.API_TOKEN)
                .build());
    }

    static CallLister lister(PlivoDialerSandbox sandbox) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .baseUrl(sandbox.url())
                .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                .build());
    }

    static CallLister lister(SearchSandbox sandbox) {
        return SearchCalls.create(SearchConfig.builder()
                .baseUrl(sandbox.url())
                .apiKey(SearchSandbox.API_KEY)
                .build());
    }

    static CallLister lister(TwilioSandbox sandbox) {
        return TwilioCalls.create(TwilioConfig.builder()
                .baseUrl(sandbox.url())
                .accountSid(TwilioSandbox.ACCOUNT_SID)
                .authToken(TwilioSandbox.AUTH_TOKEN)
                .build());
    }
}
