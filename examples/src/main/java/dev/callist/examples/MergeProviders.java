package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.MergedCalls;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.signalwire.SignalWireConfig;
import java.io.PrintStream;
import java.time.Instant;

/** Prints the newest 100 calls of two providers as one list. */
public final class MergeProviders {
    private MergeProviders() {}

    /** Takes a Bird workspace id and a SignalWire space; the project id and the secrets come from the environment. */
    public static void main(String[] args) {
        BirdConfig bird = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        SignalWireConfig signalWire = SignalWireConfig.builder()
                .space(args[1])
                .projectId(System.getenv().getOrDefault("SIGNALWIRE_PROJECT_ID", ""))
                .apiToken(System.getenv().getOrDefault("SIGNALWIRE_API_TOKEN", ""))
                .build();
        print(bird, signalWire, System.out);
    }

    static void print(BirdConfig bird, SignalWireConfig signalWire, PrintStream out) {
        try (MergedCalls calls = CallListers.merged(BirdCalls.create(bird), SignalWireCalls.create(signalWire))) {
            for (Call call : calls.list(CallQuery.all()).limit(100)) {
                String created = call.createdAt().map(Instant::toString).orElse("unknown");
                out.println(created + " " + call.provider() + " " + call.status());
            }
        }
    }
}
