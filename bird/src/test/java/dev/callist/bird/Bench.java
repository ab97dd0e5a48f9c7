package dev.callist.bird;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.Cursor;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.InMemoryCalls;
import dev.callist.testkit.ManualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

/** A server that answers what it is told, a lister for it, and what the breaking tests share. */
final class Bench implements AutoCloseable {
    static final String KEY = "canary-key-5E11";
    static final Instant T = Instant.parse("2026-03-01T00:00:00Z");

    final MockWebServer server = new MockWebServer();
    final BirdCalls bird;

    Bench(ClientOptions options) {
        try {
            server.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        bird = BirdCalls.create(config().options(options).build());
    }

    Bench() {
        this(quick().build());
    }

    BirdConfigBuilder config() {
        return BirdConfig.builder()
                .workspaceId("ws1")
                .channelId("ch1")
                .accessKey(KEY)
                .baseUrl(server.url("/").uri());
    }

    Bench json(String body) {
        server.enqueue(json(200, body).build());
        return this;
    }

    CallPage fetch() {
        return bird.fetch(CallQuery.all(), Cursor.FIRST);
    }

    CallListException failure() {
        return catchThrowableOfType(CallListException.class, this::fetch);
    }

    @Override
    public void close() {
        bird.close();
        server.close();
    }

    /** Options whose waits take no time. */
    static ClientOptionsBuilder quick() {
        return ClientOptions.builder().time(ManualTime.startingAt(T));
    }

    static MockResponse.Builder json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
    }

    /** A last page of these rows. */
    static String page(String... rows) {
        return "{\"results\":[" + String.join(",", rows) + "]}";
    }

    static BirdCalls lister(BirdSandbox sandbox, ClientOptions options) {
        return BirdCalls.create(BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .channelId(BirdSandbox.CHANNEL_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .baseUrl(sandbox.url())
                .options(options)
                .build());
    }

    static InMemoryCalls memory(Call... calls) {
        return InMemoryCalls.of("mine", List.of(calls));
    }

    static Call call(String id, long second) {
        return undated(id).createdAt(T.plusSeconds(second)).build();
    }

    static CallBuilder undated(String id) {
        return Call.builder()
                .provider("mine")
                .id(id)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED);
    }

    static CallQuery pagesOf(int size) {
        return CallQuery.builder().pageSize(size).build();
    }

    static List<String> ids(Iterable<Call> calls) {
        List<String> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.id()));
        return ids;
    }

    /** Walks to the end, going on after every failure, as a user does who retries. */
    static List<String> persistently(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        boolean ended = false;
        for (int tries = 0; tries < 5 && !ended; tries++) {
            ended = catchThrowable(() -> walk.forEachRemaining(call -> ids.add(call.id()))) == null;
        }
        return ids;
    }
}
