package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallListExceptionTest {
    @Test
    void saysWhoWhatAndWhere() {
        ResumePoint place =
                new ScriptedLister().list(CallQuery.all()).iterator().resumePoint();
        CallListException e = CallListException.of(Kind.RATE_LIMITED, "bird")
                .detail("too many")
                .status(429)
                .providerCode("TooMany")
                .requestId("req-1")
                .retryAfter(Duration.ofSeconds(90))
                .attempts(2)
                .build()
                .asException()
                .inWalk(3, place);

        assertThat(e)
                .hasMessage("bird: RATE_LIMITED: too many, status 429, code TooMany, retry after PT1M30S, page 3,"
                        + " 2 attempts");
        assertThat(e.failure().requestId()).contains("req-1");
        assertThat(e.failure().page()).isEqualTo(3);
        assertThat(e.failure().resumePoint()).contains(place);
    }

    @Test
    void keepsTheTypeOfItsCauseButNotItsText() {
        CallListException e =
                CallListException.of(Kind.NETWORK, "bird").build().causedBy(new IOException("+447700900123"));

        assertThat(e.getCause()).hasMessage("java.io.IOException");
        assertThat(e.seenHere().getCause()).isSameAs(e.getCause());
        assertThat(e.seenHere()).hasMessage(e.getMessage());
    }

    @Test
    void knowsWhichKindsMaySucceedLater() {
        Set<Kind> retryable = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            if (CallListException.of(kind, "bird").build().asException().isRetryable()) {
                retryable.add(kind);
            }
        }

        assertThat(retryable)
                .containsExactlyInAnyOrder(
                        Kind.RATE_LIMITED, Kind.SERVER_ERROR, Kind.NETWORK, Kind.TIMEOUT, Kind.INTERRUPTED);
    }
}
