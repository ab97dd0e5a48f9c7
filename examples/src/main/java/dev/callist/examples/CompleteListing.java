package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Lists the calls of a day, and refuses a list that is not known to be complete. */
public final class CompleteListing {
    private CompleteListing() {}

    /** Takes a workspace id; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) {
        BirdConfig config = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        try (BirdCalls calls = BirdCalls.create(config)) {
            ZoneId zone = ZoneId.systemDefault();
            CallQuery yesterday = CallQuery.createdOn(LocalDate.now(zone).minusDays(1), zone);
            System.out.println(readAll(calls, yesterday).size() + " calls yesterday");
        }
    }

    static List<Call> readAll(CallLister calls, CallQuery query) {
        List<Call> all = new ArrayList<>();
        try (CallIterator walk = calls.list(query).iterator()) {
            walk.forEachRemaining(all::add);
            walk.report().requireComplete();
        }
        return all;
    }
}
