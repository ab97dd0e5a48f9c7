package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Prints the calls of the last seven days, newest first. */
public final class Quickstart {
    private Quickstart() {}

    /** Takes a workspace id; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) {
        BirdConfig config = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        try (BirdCalls calls = BirdCalls.create(config)) {
            print(calls, Instant.now().minus(7, ChronoUnit.DAYS), System.out);
        }
    }

    static void print(CallLister calls, Instant since, PrintStream out) {
        CallQuery query = CallQuery.builder().createdFrom(since).build();
        for (Call call : calls.list(query)) {
            String caller = call.from().map(CallParty::address).orElse("unknown");
            long seconds = call.duration().map(time -> time.toSeconds()).orElse(0L);
            out.println(
                    call.createdAt().orElseThrow() + " " + call.status() + " from " + caller + ", " + seconds + " s");
        }
    }
}
