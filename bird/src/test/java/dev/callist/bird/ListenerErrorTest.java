package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallIterator;
import dev.callist.CallQuery;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import org.junit.jupiter.api.Test;

/** An Error from a listener loses no call, and ends the walk as the listener's Javadoc says. */
class ListenerErrorTest {
    @Test
    void losesNoCallAtTheLimit() {
        ListingListener bad = new ListingListener() {
            @Override
            public void ended(String provider, ListingReport report) {
                throw new AssertionError("a listener's own");
            }
        };
        try (Bench bench = new Bench(Bench.quick().listener(bad).build())
                        .json(Bench.page("{\"id\":\"a\"}", "{\"id\":\"b\"}"));
                CallIterator walk = bench.bird.list(CallQuery.all()).limit(1).iterator()) {
            assertThat(Bench.persistently(walk)).containsExactly("a");
        }
    }

    @Test
    void goesThroughToTheReaderAndLosesNoCall() {
        ListingListener bad = new ListingListener() {
            @Override
            public void pageFetched(FetchedPage page) {
                throw new AssertionError("a listener's own");
            }
        };
        try (Bench bench = new Bench(Bench.quick().listener(bad).build()).json(Bench.page("{\"id\":\"a\"}"));
                CallIterator walk = bench.bird.list(CallQuery.all()).iterator()) {
            assertThat(catchThrowable(walk::hasNext)).isInstanceOf(AssertionError.class);
            assertThat(walk.next().id()).isEqualTo("a");
        }
    }
}
