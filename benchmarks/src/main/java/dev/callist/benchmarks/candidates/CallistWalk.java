package dev.callist.benchmarks.candidates;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.benchmarks.server.ListShape;
import java.net.URI;

/** Reads the list with Callist. */
public record CallistWalk(CallLister lister, CallQuery query, int concurrency) implements ListWalk {
    /** Reads with the default options. */
    public static CallistWalk standard(ListShape shape, URI base) {
        return new CallistWalk(shape.lister(base, ClientOptions.defaults()), shape.query(), 1);
    }

    /** Reads without keeping {@code rawJson}. */
    public static CallistWalk withoutRawJson(ListShape shape, URI base) {
        ClientOptions options = ClientOptions.builder().keepRawJson(false).build();
        return new CallistWalk(shape.lister(base, options), shape.query(), 1);
    }

    /** Reads with concurrent requests; the query has a time range if the provider needs one for that. */
    public static CallistWalk concurrent(ListShape shape, URI base, int concurrency) {
        return new CallistWalk(shape.lister(base, ClientOptions.defaults()), shape.splittableQuery(), concurrency);
    }

    @Override
    public long walk() {
        long calls = 0;
        int fields = 0;
        try (CallIterator walk = lister.list(query).concurrency(concurrency).iterator()) {
            while (walk.hasNext()) {
                Call call = walk.next();
                fields += FieldCounter.count(call);
                calls++;
            }
        }
        ResultSink.consume(fields);
        return calls;
    }

    @Override
    public void close() {
        lister.close();
    }
}
