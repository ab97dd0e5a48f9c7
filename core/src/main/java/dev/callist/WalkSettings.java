package dev.callist;

import java.time.Duration;
import java.util.Optional;

/** What a {@link CallListing} was told about its walks. */
record WalkSettings(long limit, int readAhead, int concurrency, boolean strict, Optional<Duration> deadline) {
    static final WalkSettings DEFAULT = new WalkSettings(Long.MAX_VALUE, 1, 1, false, Optional.empty());

    WalkSettings withLimit(long calls) {
        return new WalkSettings(calls, readAhead, concurrency, strict, deadline);
    }

    WalkSettings withReadAhead(int pages) {
        return new WalkSettings(limit, pages, concurrency, strict, deadline);
    }

    WalkSettings withConcurrency(int requests) {
        return new WalkSettings(limit, readAhead, requests, strict, deadline);
    }

    WalkSettings asStrict() {
        return new WalkSettings(limit, readAhead, concurrency, true, deadline);
    }

    WalkSettings withDeadline(Duration whole) {
        return new WalkSettings(limit, readAhead, concurrency, strict, Optional.of(whole));
    }
}
