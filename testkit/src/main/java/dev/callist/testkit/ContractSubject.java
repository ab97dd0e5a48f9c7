package dev.callist.testkit;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.QueryFilter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/** What the rules of the contract are tried on: a provider's lister against its sandbox. */
interface ContractSubject {
    /** How long an answer may stay away before a test's client gives up. */
    Duration SHORT = Duration.ofMillis(80);

    /** A sandbox of the provider with this many calls. */
    Sandbox sandbox(int calls);

    /** The credential that the sandbox lets in. */
    String secret();

    /** A lister of the provider for a sandbox, with a credential that may be wrong. */
    CallLister lister(URI baseUrl, String secret, ClientOptions options);

    /** A query for a list that can be asked for in several pages at once. */
    default CallQuery splittable(int pageSize) {
        return pagesOf(pageSize);
    }

    /** Whether a place that the server no longer takes is found again by its time. */
    default boolean findsPlacesByTime(CallLister lister) {
        CallQuery window = CallQuery.builder().createdBefore(Instant.EPOCH).build();
        return lister.plan(window).server().contains(QueryFilter.CREATED_BEFORE);
    }

    /** A sandbox and a lister with options that never wait for real. */
    default Trial trial(int calls) {
        return trial(calls, Trial.quick().build());
    }

    /** A sandbox and a lister with these options. */
    default Trial trial(int calls, ClientOptions options) {
        Sandbox sandbox = sandbox(calls);
        return new Trial(sandbox, lister(sandbox.url(), secret(), options));
    }

    /** Every call, in pages of this size. */
    static CallQuery pagesOf(int size) {
        return CallQuery.builder().pageSize(size).build();
    }

    /** The ids of a sandbox's calls, from one index to before another. */
    static List<String> ids(Sandbox sandbox, int from, int end) {
        return IntStream.range(from, end).mapToObj(sandbox::id).toList();
    }

    /** The ids of calls in their order. */
    static List<String> ids(Iterable<Call> calls) {
        List<String> ids = new ArrayList<>();
        calls.forEach(call -> ids.add(call.id()));
        return ids;
    }

    /** The ids of the next calls of a walk. */
    static List<String> take(CallIterator walk, int calls) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            ids.add(walk.next().id());
        }
        return ids;
    }

    /** Work that another thread has begun. */
    static Thread started(Runnable work) {
        Thread thread = new Thread(work, "contract");
        thread.start();
        return thread;
    }

    /** The failure that listing meets. */
    static CallListException failure(CallListing listing) {
        return Assertions.catchThrowableOfType(CallListException.class, () -> listing.forEach(call -> {}));
    }
}
