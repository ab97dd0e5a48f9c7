package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.RejectedRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {
    @Test
    void tellsEverythingOnAndLetsNoTroubleOfTheListenerThrough() {
        List<String> heard = new ArrayList<>();
        CallListException failure =
                CallListException.of(Kind.NETWORK, "test").build().asException();
        GuardedListener guarded = new GuardedListener(new Troubled(heard));

        assertThatCode(() -> {
                    guarded.attemptFailed(new ListingListener.FailedAttempt(
                            "test", "GET x", 1, Kind.NETWORK, OptionalInt.empty(), Optional.of(Duration.ZERO)));
                    guarded.rowRejected("test", 3, new RejectedRow(4, "no id", "{}"));
                    guarded.sourceFailed("test", failure);
                })
                .doesNotThrowAnyException();

        assertThat(heard).containsExactly("attempt 1", "row 3 4", "source test " + Kind.NETWORK);
    }

    /** A listener that fails each time. */
    private record Troubled(List<String> heard) implements ListingListener {
        @Override
        public void attemptFailed(FailedAttempt attempt) {
            fail("attempt " + attempt.attempt());
        }

        @Override
        public void pageFetched(FetchedPage page) {
            fail("page");
        }

        @Override
        public void rowRejected(String provider, int page, RejectedRow row) {
            fail("row " + page + " " + row.index());
        }

        @Override
        public void sourceFailed(String provider, CallListException failure) {
            fail("source " + provider + " " + failure.kind());
        }

        @Override
        public void ended(String provider, ListingReport report) {
            fail("end");
        }

        private void fail(String what) {
            heard.add(what);
            throw new IllegalStateException("a listener's own trouble");
        }
    }
}
