package dev.callist.internal.walk;

import dev.callist.CallListException;
import java.time.Duration;
import java.util.Optional;

/** The settings of a {@link dev.callist.CallListing}, which apply to each of its walks. */
public record WalkSettings(long limit, int readAhead, int concurrency, boolean strict, Optional<Duration> deadline) {
    /** The settings of a new listing. */
    public static final WalkSettings DEFAULT = new WalkSettings(Long.MAX_VALUE, 1, 1, false, Optional.empty());

    /** These settings with a limit; INVALID_CONFIG when it is negative. */
    public WalkSettings withLimit(long calls) {
        require(calls >= 0, "limit must not be negative");
        return new WalkSettings(calls, readAhead, concurrency, strict, deadline);
    }

    /** These settings with this many pages read ahead; INVALID_CONFIG when negative. */
    public WalkSettings withReadAhead(int pages) {
        require(pages >= 0, "readAhead must not be negative");
        return new WalkSettings(limit, pages, concurrency, strict, deadline);
    }

    /** These settings with this many requests at once; INVALID_CONFIG when less than 1. */
    public WalkSettings withConcurrency(int requests) {
        require(requests >= 1, "concurrency must be at least 1");
        return new WalkSettings(limit, readAhead, requests, strict, deadline);
    }

    /** These settings, with rejected rows failing the walk. */
    public WalkSettings asStrict() {
        return new WalkSettings(limit, readAhead, concurrency, true, deadline);
    }

    /** These settings with a deadline; INVALID_CONFIG when it is not more than zero. */
    public WalkSettings withDeadline(Duration whole) {
        require(!whole.isNegative() && !whole.isZero(), "deadline must be more than zero");
        return new WalkSettings(limit, readAhead, concurrency, strict, Optional.of(whole));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw CallListException.of(CallListException.Kind.INVALID_CONFIG, "listing")
                    .detail(rule)
                    .build()
                    .asException();
        }
    }
}
