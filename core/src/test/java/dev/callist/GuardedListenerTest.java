package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callist.CallListException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GuardedListenerTest {
    private static final ListingReport REPORT = ListingReport.builder()
            .pages(1)
            .calls(4)
            .duplicates(0)
            .rejected(1)
            .filteredHere(0)
            .retries(0)
            .waited(Duration.ZERO)
            .ordered(true)
            .drifted(false)
            .build();

    @Test
    void forwardsEveryEventAndCatchesTheListenersExceptions() {
        List<String> heard = new ArrayList<>();
        CallListException failure =
                CallListException.of(Kind.NETWORK, "test").build().asException();
        GuardedListener guarded = new GuardedListener(new Troubled(heard));

        assertThatCode(() -> {
                    guarded.attemptSucceeded(
                            new ListingListener.SuccessfulAttempt("test", "GET x", 2, 200, 30, Duration.ofMillis(5)));
                    guarded.attemptFailed(new ListingListener.FailedAttempt(
                            "test", "GET x", 1, Kind.NETWORK, OptionalInt.empty(), Optional.of(Duration.ZERO)));
                    guarded.pageFetched(new ListingListener.FetchedPage("test", 3, 4, 1, 0, OptionalLong.empty()));
                    guarded.rowRejected("test", 3, new RejectedRow(4, "no id", "{}"));
                    guarded.fieldsUnreadable("test", 3, Map.of("from", 2L));
                    guarded.sourceFailed("test", failure);
                    guarded.clockDiffers("test", Duration.ofHours(1));
                    guarded.ended("test", REPORT);
                })
                .doesNotThrowAnyException();

        assertThat(heard)
                .containsExactly(
                        "success 2 30",
                        "attempt 1",
                        "page 4",
                        "row 3 4",
                        "fields 3 {from=2}",
                        "source test NETWORK",
                        "clock PT1H",
                        "end 4");
    }

    /** A listener that fails each time. */
    private record Troubled(List<String> heard) implements ListingListener {
        @Override
        public void attemptSucceeded(SuccessfulAttempt attempt) {
            fail("success " + attempt.attempt() + " " + attempt.bytes());
        }

        @Override
        public void attemptFailed(FailedAttempt attempt) {
            fail("attempt " + attempt.attempt());
        }

        @Override
        public void pageFetched(FetchedPage page) {
            fail("page " + page.calls());
        }

        @Override
        public void rowRejected(String provider, int page, RejectedRow row) {
            fail("row " + page + " " + row.index());
        }

        @Override
        public void fieldsUnreadable(String provider, int page, Map<String, Long> fields) {
            fail("fields " + page + " " + fields);
        }

        @Override
        public void sourceFailed(String provider, CallListException failure) {
            fail("source " + provider + " " + failure.kind());
        }

        @Override
        public void clockDiffers(String provider, Duration ahead) {
            fail("clock " + ahead);
        }

        @Override
        public void ended(String provider, ListingReport report) {
            fail("end " + report.calls());
        }

        private void fail(String what) {
            heard.add(what);
            throw new IllegalStateException("a listener's own trouble");
        }
    }
}
