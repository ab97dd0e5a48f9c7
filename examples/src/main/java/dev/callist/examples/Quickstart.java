package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import java.io.PrintStream;
import java.time.Instant;

/** Prints the newest 100 calls of a workspace. */
public final class Quickstart {
    private Quickstart() {}

    /** Takes a workspace id; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) {
        BirdConfig config = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        print(config, System.out);
    }

    static void print(BirdConfig config, PrintStream out) {
        try (BirdCalls calls = BirdCalls.create(config)) {
            for (Call call : calls.list(CallQuery.all()).limit(100)) {
                String created = call.createdAt().map(Instant::toString).orElse("unknown");
                String caller = call.from().map(CallParty::address).orElse("unknown");
                out.println(created + " " + call.status() + " from " + caller);
            }
        }
    }
}
