package dev.callist.testkit.internal.bird;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.server.QueryParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A request for Bird's list.
 *
 * @param limit the most rows
 * @param place where the page starts; absent for the first one
 * @param startAt the oldest creation time, inclusive
 * @param endAt the newest creation time, inclusive
 * @param id the only call to return
 * @param others all other filters
 */
record BirdListRequest(
        int limit,
        Optional<BirdPageToken> place,
        Optional<Instant> startAt,
        Optional<Instant> endAt,
        Optional<UUID> id,
        List<Predicate<SandboxCall>> others) {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 1_000;
    private static final int LONGEST_TOKEN = 8_000;
    private static final int LONGEST_ADDRESS = 100;

    static BirdListRequest of(QueryParameters asked, boolean ofWorkspace) {
        return new BirdListRequest(
                (int) asked.number("limit", 1, MOST).orElse(DEFAULT_LIMIT),
                asked.text("pageToken", LONGEST_TOKEN).map(BirdListRequest::place),
                asked.instant("startAt"),
                asked.instant("endAt"),
                asked.text("id", LONGEST_ADDRESS).map(id -> uuid("id", id)),
                others(asked, ofWorkspace));
    }

    boolean wants(SandboxCall call) {
        for (Predicate<SandboxCall> filter : others) {
            if (!filter.test(call)) {
                return false;
            }
        }
        return true;
    }

    private static List<Predicate<SandboxCall>> others(QueryParameters asked, boolean ofWorkspace) {
        List<Predicate<SandboxCall>> filters = new ArrayList<>();
        asked.word("status", BirdWords.STATUSES)
                .ifPresent(word -> filters.add(call -> BirdWords.status(call).equals(word)));
        asked.word("type", BirdWords.TYPES)
                .ifPresent(word -> filters.add(call -> BirdWords.type(call).equals(word)));
        asked.word("direction", BirdWords.DIRECTIONS)
                .ifPresent(word -> filters.add(call -> BirdWords.direction(call).equals(word)));
        asked.text("from", LONGEST_ADDRESS)
                .ifPresent(address -> filters.add(call -> BirdWords.from(call).equals(address)));
        asked.text("to", LONGEST_ADDRESS)
                .ifPresent(address -> filters.add(call -> BirdWords.to(call).equals(address)));
        asked.number("duration", 0, Integer.MAX_VALUE)
                .ifPresent(seconds -> filters.add(call -> call.duration()
                        .filter(duration -> duration.toSeconds() == seconds)
                        .isPresent()));
        Set<String> tags = Set.copyOf(asked.texts("tag"));
        if (!tags.isEmpty()) {
            filters.add(call -> !Collections.disjoint(tags, call.tags()));
        }
        List<String> channels = ofWorkspace ? asked.texts("channelId") : List.of();
        channels.forEach(channel -> uuid("channelId", channel));
        if (!channels.isEmpty() && !channels.contains(BirdSandbox.CHANNEL_ID)) {
            filters.add(call -> false);
        }
        return filters;
    }

    private static BirdPageToken place(String token) {
        return BirdPageToken.read(token)
                .orElseThrow(() -> new QueryParameters.Invalid("pageToken", "is not a token of this list"));
    }

    private static UUID uuid(String name, String text) {
        return QueryParameters.uuid(text).orElseThrow(() -> new QueryParameters.Invalid(name, "must be a UUID"));
    }
}
