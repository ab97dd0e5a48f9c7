package dev.callist.plivodialer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListers;
import dev.callist.ListerCheck;
import dev.callist.ListerCheck.Finding;
import dev.callist.ListerCheck.Outcome;
import dev.callist.ListerCheck.Subject;
import dev.callist.testkit.PlivoDialerSandbox;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check finds out which days the dialer means. */
class PlivoDialerCheckTest {
    private static final int MORE_THAN_A_WEEK = 8_000;

    @ParameterizedTest
    @CsvSource({
        "-05:00, true, 'days in UTC-05:00, the last one included', EXPECTED",
        "+05:30, true, 'days in UTC+05:30, the last one included', EXPECTED",
        "+05:30, false, 'days in UTC+05:30, the last one excluded', DIFFERS",
        "-10:00, false, 'days in UTC-10:00, the last one excluded; or days in UTC+14:00, the first one excluded, the last one included', DIFFERS",
        "Z, true, 'days in UTC, the last one included', EXPECTED",
        "+13:00, true, 'days in UTC+13:00, the last one included', EXPECTED"
    })
    void findsTheZoneOfDays(ZoneOffset zone, boolean includesLastDay, String seen, Outcome outcome) {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.startWithDays(MORE_THAN_A_WEEK, zone, includesLastDay);
                PlivoDialerCalls calls = lister(sandbox)) {
            ListerCheck check = CallListers.check(calls);
            Finding days = check.finding(Subject.DAY_ZONE);
            assertThat(days.seen()).isEqualTo(seen);
            assertThat(days.outcome()).isEqualTo(outcome);
            assertThat(check.differing()).hasSize(outcome == Outcome.DIFFERS ? 1 : 0);
            assertThat(sandbox.requestCount()).isEqualTo(5);
        }
    }

    @Test
    void doesNotSeeTheZoneInAListOfADay() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(900);
                PlivoDialerCalls calls = lister(sandbox)) {
            ListerCheck check = CallListers.check(calls);
            assertThat(check.finding(Subject.DAY_ZONE).outcome()).isEqualTo(Outcome.NOT_SEEN);
            assertThat(check.differing()).isEmpty();
        }
    }

    @Test
    void findsThatTheListIsNotInOrder() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(MORE_THAN_A_WEEK);
                PlivoDialerCalls calls = lister(sandbox)) {
            sandbox.oldestFirst();
            assertThat(CallListers.check(calls).differing()).containsExactly(Subject.ORDER);
            sandbox.scrambled();
            assertThat(CallListers.check(calls).differing()).containsExactly(Subject.ORDER);
        }
    }

    private static PlivoDialerCalls lister(PlivoDialerSandbox sandbox) {
        return PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                .baseUrl(sandbox.url())
                .build());
    }
}
