package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Failures are reported by kind after all attempts, within time and size limits. */
public interface FailureKindRules extends ProviderUnderTest {
    /** With pages that are not tried with fewer rows. */
    @Test
    default void givesUpAfterAllAttempts() {
        Map<Fault, Kind> table = new LinkedHashMap<>();
        table.put(Fault.status(408), Kind.TIMEOUT);
        table.put(Fault.status(500), Kind.SERVER_ERROR);
        table.put(Fault.status(503).withHeader("Retry-After", "0"), Kind.SERVER_ERROR);
        table.put(Fault.cutInBody(), Kind.NETWORK);
        table.put(Fault.body(" ", "application/json"), Kind.BAD_RESPONSE);
        table.forEach((fault, kind) -> {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(fault);
                CallListException e = failure(fixture.lister().list(pagesOf(50)));
                assertThat(e.kind()).as("%s", fault).isEqualTo(kind);
                assertThat(e.failure().attempts()).isEqualTo(5);
                assertThat(fixture.sandbox().requestCount()).as("%s", fault).isEqualTo(5);
            }
        });
    }

    /** A quota may take minutes to recover, so throttled attempts count against the retry budget only. */
    @Test
    default void keepsTryingWhileItIsThrottledUntilTheBudgetIsSpent() {
        Fault forbidden = Fault.status(403, "{\"code\":20429,\"message\":\"m\"}", "application/json");
        Fault refused = Fault.status(400, "{\"errors\":[{\"description\":\"Rate limit\"}]}", "application/json");
        for (Fault fault : List.of(Fault.status(429), Fault.status(420), forbidden, refused)) {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(fault);
                CallListException e = failure(fixture.lister().list(CallQuery.all()));
                assertThat(e.kind()).as("%s", fault).isEqualTo(Kind.RATE_LIMITED);
                assertThat(e.failure().attempts()).isEqualTo(21);
                assertThat(e.failure().detail().orElseThrow()).contains("the retry budget is spent");
            }
            try (ContractFixture fixture = fixture(5)) {
                for (int request = 1; request <= 12; request++) {
                    fixture.sandbox().on(request, fault);
                }
                assertThat(fixture.lister().list(CallQuery.all())).hasSize(5);
            }
        }
    }

    @Test
    default void failsOnADeadPort() {
        Sandbox gone = sandbox(5);
        gone.close();
        try (CallLister lister =
                lister(gone.url(), secret(), ContractFixture.quick().build())) {
            CallListException e = failure(lister.list(CallQuery.all()));
            assertThat(e.kind()).isEqualTo(Kind.NETWORK);
            assertThat(e.failure().attempts()).isEqualTo(5);
        }
    }

    @Test
    default void failsOnAHostThatDoesNotExist() {
        OkHttpClient lost = new OkHttpClient.Builder()
                .dns(host -> {
                    throw new UnknownHostException(host);
                })
                .build();
        URI nowhere = URI.create("https://callist.invalid");
        try (CallLister lister = lister(
                nowhere, secret(), ContractFixture.quick().httpClient(lost).build())) {
            CallListException e = failure(lister.list(CallQuery.all()));
            assertThat(e.kind()).isEqualTo(Kind.NETWORK);
            assertThat(e.failure().attempts()).isEqualTo(5);
            assertThat(e.failure().detail().orElseThrow()).contains("callist.invalid");
        }
    }

    @Test
    default void givesUpOnASilentServer() {
        try (ContractFixture fixture = fixture(
                5, ContractFixture.quick().readTimeout(SHORT).maxAttempts(2).build())) {
            fixture.sandbox().always(Fault.silent());
            CallListException e = failure(fixture.lister().list(CallQuery.all()));
            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e.failure().attempts()).isEqualTo(2);
        }
    }

    @Test
    default void refusesAnAnswerThatIsTooLarge() {
        try (ContractFixture fixture =
                fixture(50, ContractFixture.quick().maxBodyBytes(2000).build())) {
            assertThat(failure(fixture.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.TOO_LARGE);
        }
        try (ContractFixture fixture =
                fixture(50, ContractFixture.quick().maxRows(49).build())) {
            assertThat(failure(fixture.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    default void endsAtTheDeadlineOfTheListing() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.sandbox().always(Fault.silent());
            CallListException e = failure(fixture.lister().list(CallQuery.all()).deadline(Duration.ofMillis(50)));
            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e.failure().detail().orElseThrow()).contains("deadline");
        }
    }
}
