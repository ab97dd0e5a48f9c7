package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallStatus;
import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Outcome;
import dev.callist.ListerCheck.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lister that knows nothing of the provider kit can be checked, as far as its calls show. */
class ListerOfAnotherKindCheckTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Call> calls =
            IntStream.range(0, 250).mapToObj(ListerOfAnotherKindCheckTest::call).toList();

    @Test
    void isCheckedByItsCallsAlone() {
        InMemoryCalls lister = InMemoryCalls.of("memory", calls);
        ListerCheck check = CallListers.check(lister);

        assertThat(check.provider()).isEqualTo("memory");
        assertThat(check.requests()).isEqualTo(lister.fetchCount()).isEqualTo(3);
        assertThat(check.differing()).isEmpty();
        assertThat(check.finding(Subject.PAGE_SIZE).seen()).isEqualTo("100 rows");
        assertThat(check.finding(Subject.ORDER).outcome()).isEqualTo(Outcome.EXPECTED);
        assertThat(check.finding(Subject.FILTERS).outcome()).isEqualTo(Outcome.NOT_SEEN);
        assertThat(check.finding(Subject.TOTAL).outcome()).isEqualTo(Outcome.NOT_SEEN);
        assertThat(check.finding(Subject.FIELDS).outcome()).isEqualTo(Outcome.NOT_SEEN);
    }

    @Test
    void showsItsOrderAndItsWords() {
        List<Call> odd = new ArrayList<>(calls);
        Collections.reverse(odd);
        odd.replaceAll(call -> Call.builder()
                .copyFrom(call)
                .status(CallStatus.UNKNOWN)
                .providerStatus(call.id().endsWith("7") ? "call to +1 555 0100" : "parked")
                .build());
        ListerCheck check = CallListers.check(InMemoryCalls.of("memory", odd));

        assertThat(check.differing()).containsExactly(Subject.ORDER, Subject.WORDS);
        assertThat(check.finding(Subject.ORDER).seen()).isEqualTo("oldest first");
        assertThat(check.finding(Subject.WORDS).seen()).isEqualTo("unknown: (hidden), parked");
    }

    @Test
    void isRefusedIfItIsMerged() {
        CallLister merged = CallListers.merged(InMemoryCalls.of("one", calls), InMemoryCalls.of("another", List.of()));

        assertThatThrownBy(() -> CallListers.check(merged))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG))
                .hasMessageContaining("check each lister alone");
    }

    private static Call call(int index) {
        return Call.builder()
                .provider("memory")
                .id("call-" + index)
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(Optional.of(NOON.minusSeconds(index)))
                .build();
    }
}
