package dev.callist.internal.walk;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import dev.callist.ScriptedLister;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class QueryListingTest {
    private final ScriptedLister lister = new ScriptedLister()
            .page("", "1", call("a", 1), call("b", 2))
            .page("1", "2", call("c", 3))
            .page("2", "", call("d", 4));
    private final CallListing listing = lister.list(CallQuery.all());

    @Test
    void isNotChangedByItsSettings() {
        CallListing two = listing.limit(2);

        assertThat(ids(listing)).containsExactly("a", "b", "c", "d");
        assertThat(ids(two)).containsExactly("a", "b");
        assertThat(ids(two.limit(3))).containsExactly("a", "b", "c");
        assertThat(ids(two.readAhead(5).concurrency(3).strict().deadline(Duration.ofDays(1))))
                .containsExactly("a", "b");
    }

    @Test
    void refusesImpossibleSettings() {
        refuses(() -> listing.limit(-1), "limit must not be negative");
        refuses(() -> listing.readAhead(-1), "readAhead must not be negative");
        refuses(() -> listing.concurrency(0), "concurrency must be at least 1");
        refuses(() -> listing.deadline(Duration.ZERO), "deadline must be more than zero");
        refuses(() -> listing.deadline(Duration.ofNanos(-1)), "deadline must be more than zero");
        assertThat(lister.asked()).isEmpty();
    }

    @Test
    void appliesItsSettingsToAResumedWalkToo() {
        CallIterator walk = listing.readAhead(0).iterator();
        walk.next();

        assertThat(ids(lister.resume(CallQuery.all(), walk.resumePoint()).limit(2)))
                .containsExactly("b", "c");
    }

    @Test
    void keepsThePageSizeOfTheWalkThatItResumes() {
        CallIterator walk = lister.list(CallQuery.builder().pageSize(7).build()).iterator();
        walk.next();
        ResumePoint point = walk.resumePoint();

        QueryListing resumed = (QueryListing)
                lister.resume(CallQuery.builder().pageSize(50).build(), ResumePoint.parse(point.toString()));

        assertThat(resumed.start().pageSize()).isEqualTo(7);
        assertThat(resumed.pagedQuery().pageSize()).hasValue(7);
    }

    @Test
    void refusesTheResumePointOfAnotherQuery() {
        ResumePoint point = listing.iterator().resumePoint();
        CallQuery other = CallQuery.builder().addTags("vip").build();

        CallListException e = catchThrowableOfType(CallListException.class, () -> lister.resume(other, point));

        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
        assertThat(lister.asked()).isEmpty();
    }

    @Test
    void endsItsWalkWithItsStream() {
        try (Stream<Call> stream = listing.readAhead(0).stream()) {
            assertThat(stream.isParallel()).isFalse();
            assertThat(stream.findFirst().map(Call::id)).contains("a");
        }
        assertThat(lister.asked()).containsExactly("");
    }

    @Test
    void readsAheadNoFurtherThanTheLimit() {
        assertThat(ids(listing.readAhead(9).limit(3))).containsExactly("a", "b", "c");

        assertThat(lister.asked()).containsExactly("", "1");
    }

    @Test
    void showsTheProviderAndTheQuery() {
        assertThat(listing).hasToString("CallListing[scripted, CallQuery[[], from -, before -, - to -]]");
    }

    private static Stream<String> ids(CallListing calls) {
        return calls.stream().map(Call::id);
    }

    private static void refuses(ThrowingCallable setting, String rule) {
        CallListException e = catchThrowableOfType(CallListException.class, setting);
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(e.failure().detail()).contains(rule);
    }
}
