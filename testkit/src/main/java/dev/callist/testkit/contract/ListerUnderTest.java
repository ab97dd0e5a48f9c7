package dev.callist.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.Sandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a provider's test supplies to the rules: a server that speaks the provider's protocol, and a lister for it. */
public interface ListerUnderTest {
    /** Starts a sandbox of the provider with this many calls. */
    Sandbox sandbox(int calls);

    /** The credential that the sandbox accepts. */
    String secret();

    /** A lister of the provider for a sandbox, with a credential that may be wrong. */
    CallLister lister(URI baseUrl, String secret, ClientOptions options);

    /** A sandbox and a lister whose waits take no time. */
    default ContractFixture fixture(int calls) {
        return fixture(calls, ContractFixture.quick().build());
    }

    /** A sandbox and a lister with these options. */
    default ContractFixture fixture(int calls, ClientOptions options) {
        Sandbox sandbox = sandbox(calls);
        return new ContractFixture(sandbox, lister(sandbox.url(), secret(), options));
    }

    /** The phone numbers in a list of 40 calls, as the list shows them. */
    default List<String> phoneNumbers() {
        try (ContractFixture fixture = fixture(40)) {
            return fixture.lister().list(CallQuery.all()).stream()
                    .flatMap(call -> Stream.of(call.from(), call.to()))
                    .flatMap(party -> party.filter(any -> any.kind() == CallParty.Kind.PHONE).stream())
                    .map(CallParty::address)
                    .distinct()
                    .toList();
        }
    }

    /** Every call, in pages of this size. */
    static CallQuery pagesOf(int size) {
        return CallQuery.builder().pageSize(size).build();
    }

    /** The ids of a sandbox's calls, from one index to before another. */
    static List<String> ids(Sandbox sandbox, int from, int end) {
        return IntStream.range(from, end).mapToObj(sandbox::id).toList();
    }

    /** The ids of calls in order. */
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

    /** A resume point's text after this many calls, in pages of 10. */
    static String resumePointAfter(CallLister lister, int calls) {
        CallIterator walk = lister.list(pagesOf(10)).readAhead(0).iterator();
        take(walk, calls);
        return walk.resumePoint().toString();
    }

    /** Asserts that the attempt fails because its resume point is not accepted. */
    static void assertResumePointRefused(ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.INVALID_RESUME_POINT));
    }

    /** Starts a thread that does this work. */
    static Thread started(Runnable work) {
        Thread thread = new Thread(work, "contract");
        thread.start();
        return thread;
    }

    /** The failure that ends the listing. */
    static CallListException failure(CallListing listing) {
        return catchThrowableOfType(CallListException.class, () -> listing.forEach(call -> {}));
    }
}
