package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.net.URI;

/** The list as Callist reads it. */
record CallistWalk(CallLister lister, CallQuery query, int concurrency) implements Contestant.Walker {
    /** With the default options. */
    static CallistWalk of(Shape shape, URI base) {
        return new CallistWalk(shape.lister(base, ClientOptions.defaults()), shape.query(), 1);
    }

    /** Without {@code rawJson}. */
    static CallistWalk withoutRawJson(Shape shape, URI base) {
        ClientOptions options = ClientOptions.builder().keepRawJson(false).build();
        return new CallistWalk(shape.lister(base, options), shape.query(), 1);
    }

    /** With several requests at once, where the provider needs a range for it with one. */
    static CallistWalk concurrent(Shape shape, URI base, int concurrency) {
        return new CallistWalk(shape.lister(base, ClientOptions.defaults()), shape.ranged(), concurrency);
    }

    @Override
    public long walk() {
        long calls = 0;
        int fields = 0;
        try (CallIterator walk = lister.list(query).concurrency(concurrency).iterator()) {
            while (walk.hasNext()) {
                Call call = walk.next();
                fields += FieldsOf.call(call);
                calls++;
            }
        }
        Seen.seen(fields);
        return calls;
    }
}
