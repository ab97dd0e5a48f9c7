package dev.callist.examples;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a long list in portions: each run reads the next thousand calls and saves where it stopped. */
public final class ResumeAListing {
    private ResumeAListing() {}

    /** Takes a workspace id and a file for the resume point; the access key comes from {@code BIRD_ACCESS_KEY}. */
    public static void main(String[] args) throws IOException {
        BirdConfig config = BirdConfig.builder()
                .workspaceId(args[0])
                .accessKey(System.getenv().getOrDefault("BIRD_ACCESS_KEY", ""))
                .build();
        try (BirdCalls calls = BirdCalls.create(config)) {
            boolean moreRemain = readPortion(calls, Path.of(args[1]), 1000, call -> System.out.println(call.id()));
            System.out.println(moreRemain ? "Run again for the next portion." : "That was the last portion.");
        }
    }

    /** Reads up to this many calls; returns whether more calls remain. */
    static boolean readPortion(CallLister calls, Path resumeFile, int limit, Consumer<Call> consumer)
            throws IOException {
        CallQuery query = CallQuery.all();
        CallListing listing = Files.exists(resumeFile)
                ? calls.resume(query, ResumePoint.parse(Files.readString(resumeFile)))
                : calls.list(query);
        try (CallIterator walk = listing.limit(limit).iterator()) {
            walk.forEachRemaining(consumer);
            Files.writeString(resumeFile, walk.resumePoint().toString());
            return !walk.resumePoint().isEnd();
        }
    }
}
