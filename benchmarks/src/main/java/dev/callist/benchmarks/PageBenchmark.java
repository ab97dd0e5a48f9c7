package dev.callist.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallJson;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.benchmarks.candidates.FieldCounter;
import dev.callist.benchmarks.candidates.ReadPage;
import dev.callist.benchmarks.candidates.TokenPageReader;
import dev.callist.benchmarks.server.ListShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Measures the steps that read one page from memory; times are per call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PageBenchmark.CALLS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PageBenchmark {
    static final int CALLS = 400;

    private static final MediaType JSON = MediaType.get("application/json");

    /** The {@link ListShape} of the page. */
    @Param({"SIGNALWIRE", "BIRD", "PLIVO_DIALER", "SEARCH", "TWILIO"})
    String provider = "";

    private ListShape shape = ListShape.SIGNALWIRE;

    private byte[] body = {};
    private @Nullable CallLister lister;
    private @Nullable CallPage page;
    private @Nullable CallIterator walkAfterOneCall;

    /** Fetches the page from its server and serves it to the lister from memory. */
    @Setup
    public void start() {
        shape = ListShape.valueOf(provider);
        body = shape.firstPage(CALLS);
        OkHttpClient memory = new OkHttpClient.Builder()
                .addInterceptor(chain -> respond(chain.request()))
                .build();
        lister = shape.lister(
                shape.base(1), ClientOptions.builder().httpClient(memory).build());
        page = lister.fetch(shape.query(), Cursor.FIRST);
        walkAfterOneCall = lister.list(shape.query()).iterator();
        walkAfterOneCall.next();
    }

    /** Closes the lister. */
    @TearDown
    public void stop() {
        initialized(lister).close();
    }

    /** The baseline: visits each JSON token. */
    @Benchmark
    public ReadPage tokenWalk() throws IOException {
        return new TokenPageReader(shape).read(responseBody().bytes());
    }

    /** Reads bytes into neutral calls with all checks, as {@code CallLister.fetch} does. */
    @Benchmark
    public CallPage fetch() {
        return initialized(lister).fetch(shape.query(), Cursor.FIRST);
    }

    /** Fetches the page through a walk, which also checks the order, drops duplicates and keeps its position. */
    @Benchmark
    public void walk(Blackhole calls) {
        walk(shape.query(), calls);
    }

    /** Fetches the page through a walk that applies the filters itself. */
    @Benchmark
    public void filteredWalk(Blackhole calls) {
        CallQuery query = shape.query().toBuilder()
                .direction(CallDirection.OUTBOUND)
                .minDuration(Duration.ofSeconds(1))
                .from("+12025550143")
                .build();
        walk(query, calls);
    }

    /** Reads every field of the neutral calls. */
    @Benchmark
    public int readFields() {
        int fields = 0;
        for (Call call : initialized(page).calls()) {
            fields += FieldCounter.count(call);
        }
        return fields;
    }

    /** Writes the calls as JSON. */
    @Benchmark
    public void toJson(Blackhole texts) throws JsonProcessingException {
        for (Call call : initialized(page).calls()) {
            texts.consume(CallJson.mapper().writeValueAsString(call));
        }
    }

    /** Formats a resume point, as is done after each call. */
    @Benchmark
    public void resumePoint(Blackhole texts) {
        for (int i = 0; i < CALLS; i++) {
            texts.consume(initialized(walkAfterOneCall).resumePoint().toString());
        }
    }

    private void walk(CallQuery query, Blackhole calls) {
        try (CallIterator walk = initialized(lister).list(query).iterator()) {
            while (walk.hasNext()) {
                calls.consume(walk.next());
            }
        }
    }

    private Response respond(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(responseBody())
                .build();
    }

    private ResponseBody responseBody() {
        return ResponseBody.create(Okio.buffer(Okio.source(new ByteArrayInputStream(body))), JSON, body.length);
    }

    private static <T> T initialized(@Nullable T field) {
        return Objects.requireNonNull(field, "start() sets it");
    }
}
