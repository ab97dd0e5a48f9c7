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

/** Asks several providers the same question, and prints their answers side by side. */
public final class CompareProviders {
    private CompareProviders() {}

    /** Needs no account: it asks four sandboxes, which serve the same calls. Put your own listers in their place. */
    public static void main(String[] args) {
        try (BirdSandbox bird = BirdSandbox.start(200);
                SignalWireSandbox signalWire = SignalWireSandbox.start(200);
                PlivoDialerSandbox plivoDialer = PlivoDialerSandbox.start(200);
                SearchSandbox search = SearchSandbox.start(200);
                CallLister first = lister(bird);
                CallLister second = lister(signalWire);
                CallLister third = lister(plivoDialer);
                CallLister fourth = lister(search)) {
            compare(List.of(first, second, third, fourth), question(), System.out);
        }
    }

    /** Answered inbound calls of two hours that took a minute or longer. */
    static CallQuery question() {
        return CallQuery.builder()
                .createdFrom(Instant.parse("2026-03-01T10:00:00Z"))
                .createdBefore(Instant.parse("2026-03-01T12:00:00Z"))
                .direction(CallDirection.INBOUND)
                .addStatuses(CallStatus.COMPLETED)
                .minDuration(Duration.ofMinutes(1))
                .build();
    }

    /** What can be compared: ids differ, and not every provider has more than whole seconds. */
    record Answer(Optional<Instant> created, CallDirection direction, CallStatus status, Optional<Duration> duration) {
        static Answer of(Call call) {
            return new Answer(
                    call.createdAt().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                    call.direction(),
                    call.status(),
                    call.duration());
        }
    }

    static List<Answer> ask(CallLister lister, CallQuery question) {
        try (Stream<Call> calls = lister.list(question).stream()) {
            return calls.map(Answer::of).toList();
        }
    }

    /** A line for each answer; below each provider the place that the answer has in its list. */
    static void compare(List<CallLister> listers, CallQuery question, PrintStream out) {
        Map<Answer, Map<CallLister, String>> places = new LinkedHashMap<>();
        for (CallLister lister : listers) {
            int place = 0;
            for (Answer answer : ask(lister, question)) {
                place++;
                places.computeIfAbsent(answer, unseen -> new HashMap<>())
                        .merge(lister, Integer.toString(place), (one, two) -> one + ", " + two);
            }
        }
        out.println(line("CREATED", "DIRECTION", "STATUS", "DURATION", listers, CallLister::provider));
        places.forEach((answer, at) -> out.println(line(
                answer.created().map(Instant::toString).orElse("-"),
                answer.direction().toString(),
                answer.status().toString(),
                answer.duration().map(time -> time.toSeconds() + " s").orElse("-"),
                listers,
                lister -> at.getOrDefault(lister, "-"))));
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
}
