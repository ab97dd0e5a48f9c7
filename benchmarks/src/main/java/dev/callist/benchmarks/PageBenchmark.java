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

/** The steps of one page, which lies in memory; figures are for one of its calls. */
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

    /** Whose page. */
    @Param({"SIGNALWIRE", "BIRD", "PLIVO_DIALER", "SEARCH"})
    String provider = "";

    private Shape shape = Shape.SIGNALWIRE;

    private byte[] body = {};
    private @Nullable CallLister lister;
    private @Nullable CallPage page;
    private @Nullable CallIterator walked;

    /** Gets the page from its server and puts it where the lister asks. */
    @Setup
    public void start() {
        shape = Shape.valueOf(provider);
        body = shape.firstPage(CALLS);
        OkHttpClient memory = new OkHttpClient.Builder()
                .addInterceptor(chain -> answer(chain.request()))
                .build();
        lister = shape.lister(
                shape.base(1), ClientOptions.builder().httpClient(memory).build());
        page = lister.fetch(shape.query(), Cursor.FIRST);
        walked = lister.list(shape.query()).iterator();
        walked.next();
    }

    /** Closes the lister. */
    @TearDown
    public void stop() {
        there(lister).close();
    }

    /** The yardstick: looks at each JSON token. */
    @Benchmark
    public PlainWalk.Page tokenWalk() throws IOException {
        return new TokenWalk(shape).read(responseBody().bytes());
    }

    /** From bytes to neutral calls, with all checks: a page as {@code CallLister.fetch} gives it. */
    @Benchmark
    public CallPage fetch() {
        return there(lister).fetch(shape.query(), Cursor.FIRST);
    }

    /** The same through a walk: its order, de-duplication and place come on top. */
    @Benchmark
    public void walk(Blackhole calls) {
        walk(shape.query(), calls);
    }

    /** The same with filters that are looked at here. */
    @Benchmark
    public void filteredWalk(Blackhole calls) {
        CallQuery query = shape.query().toBuilder()
                .direction(CallDirection.OUTBOUND)
                .minDuration(Duration.ofSeconds(1))
                .from("+12025550143")
                .build();
        walk(query, calls);
    }

    /** Every field of a neutral call. */
    @Benchmark
    public int readFields() {
        int fields = 0;
        for (Call call : there(page).calls()) {
            fields += FieldsOf.call(call);
        }
        return fields;
    }

    /** A call as JSON. */
    @Benchmark
    public void toJson(Blackhole texts) throws JsonProcessingException {
        for (Call call : there(page).calls()) {
            texts.consume(CallJson.mapper().writeValueAsString(call));
        }
    }

    /** A resume point as text, taken after each call. */
    @Benchmark
    public void resumePoint(Blackhole texts) {
        for (int i = 0; i < CALLS; i++) {
            texts.consume(there(walked).resumePoint().toString());
        }
    }

    private void walk(CallQuery query, Blackhole calls) {
        try (CallIterator walk = there(lister).list(query).iterator()) {
            while (walk.hasNext()) {
                calls.consume(walk.next());
            }
        }
    }

    private Response answer(Request request) {
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

    private static <T> T there(@Nullable T set) {
        return Objects.requireNonNull(set, "start() sets it");
    }
}
