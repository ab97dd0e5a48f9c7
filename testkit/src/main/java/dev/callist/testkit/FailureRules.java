package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Each fault is told as its own kind, promptly, and never read as "no calls". */
interface FailureRules extends ContractSubject {
    private static Map<Fault, Kind> finalAtOnce() {
        Map<Fault, Kind> table = new LinkedHashMap<>();
        table.put(Fault.status(400), Kind.INVALID_REQUEST);
        table.put(Fault.status(401), Kind.AUTHENTICATION);
        table.put(Fault.status(403), Kind.PERMISSION);
        table.put(Fault.status(404), Kind.NOT_FOUND);
        table.put(Fault.status(409), Kind.INVALID_REQUEST);
        table.put(Fault.status(422), Kind.INVALID_REQUEST);
        table.put(Fault.status(429).withHeader("Retry-After", "86400"), Kind.RATE_LIMITED);
        table.put(Fault.status(204, "", "text/plain"), Kind.BAD_RESPONSE);
        table.put(Fault.body("<html><body>Sign in</body></html>", "text/html"), Kind.BAD_RESPONSE);
        table.put(Fault.body("{}", "application/json"), Kind.BAD_RESPONSE);
        table.put(Fault.body("null", "application/json"), Kind.BAD_RESPONSE);
        table.put(Fault.body("[]", "application/json"), Kind.BAD_RESPONSE);
        table.put(Fault.body("42", "application/json"), Kind.BAD_RESPONSE);
        table.put(Fault.body("{\"error\":{\"code\":\"E1\"}}", "application/json"), Kind.BAD_RESPONSE);
        return table;
    }

    @Test
    default void tellsEachFaultByItsKindAfterOneRequest() {
        finalAtOnce().forEach((fault, kind) -> {
            try (Trial trial = trial(5)) {
                trial.sandbox().always(fault);
                CallListException e = failure(trial.lister().list(CallQuery.all()));
                assertThat(e.kind()).as("%s", fault).isEqualTo(kind);
                assertThat(e.failure().provider()).isEqualTo(trial.lister().provider());
                assertThat(e.failure().attempts()).isEqualTo(1);
                assertThat(e.failure().page()).isEqualTo(1);
                assertThat(trial.sandbox().requestCount()).as("%s", fault).isEqualTo(1);
            }
        });
    }

    @Test
    default void givesUpAfterAllAttempts() {
        Map<Fault, Kind> table = new LinkedHashMap<>();
        table.put(Fault.status(408), Kind.TIMEOUT);
        table.put(Fault.status(429), Kind.RATE_LIMITED);
        table.put(Fault.status(500), Kind.SERVER_ERROR);
        table.put(Fault.status(503).withHeader("Retry-After", "0"), Kind.SERVER_ERROR);
        table.put(Fault.cutInBody(), Kind.NETWORK);
        table.put(Fault.body(" ", "application/json"), Kind.BAD_RESPONSE);
        table.forEach((fault, kind) -> {
            try (Trial trial = trial(5)) {
                trial.sandbox().always(fault);
                CallListException e = failure(trial.lister().list(CallQuery.all()));
                assertThat(e.kind()).as("%s", fault).isEqualTo(kind);
                assertThat(e.failure().attempts()).isEqualTo(5);
                assertThat(trial.sandbox().requestCount()).as("%s", fault).isEqualTo(5);
            }
        });
    }

    @Test
    default void followsNoRedirect() {
        try (Trial trial = trial(5);
                Sandbox elsewhere = sandbox(5)) {
            for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
                trial.sandbox()
                        .always(Fault.status(status, "", "text/plain")
                                .withHeader("Location", elsewhere.url().toString()));
                assertThat(failure(trial.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.REDIRECTED);
            }
            assertThat(elsewhere.requestCount()).isZero();
            assertThat(trial.sandbox().requestCount()).isEqualTo(6);
        }
    }

    @Test
    default void failsOnADeadPort() {
        Sandbox gone = sandbox(5);
        gone.close();
        try (CallLister lister = lister(gone.url(), secret(), Trial.quick().build())) {
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
        try (CallLister lister =
                lister(nowhere, secret(), Trial.quick().httpClient(lost).build())) {
            CallListException e = failure(lister.list(CallQuery.all()));
            assertThat(e.kind()).isEqualTo(Kind.NETWORK);
            assertThat(e.failure().attempts()).isEqualTo(5);
            assertThat(e.failure().detail().orElseThrow()).contains("callist.invalid");
        }
    }

    @Test
    default void givesUpOnASilentServer() {
        try (Trial trial =
                trial(5, Trial.quick().readTimeout(SHORT).maxAttempts(2).build())) {
            trial.sandbox().always(Fault.silent());
            CallListException e = failure(trial.lister().list(CallQuery.all()));
            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e.failure().attempts()).isEqualTo(2);
        }
    }

    @Test
    default void refusesAnAnswerThatIsTooLarge() {
        try (Trial trial = trial(50, Trial.quick().maxBodyBytes(2000).build())) {
            assertThat(failure(trial.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.TOO_LARGE);
        }
        try (Trial trial = trial(50, Trial.quick().maxRows(49).build())) {
            assertThat(failure(trial.lister().list(CallQuery.all())).kind()).isEqualTo(Kind.TOO_LARGE);
        }
    }

    @Test
    default void endsAtTheDeadlineOfTheListing() {
        try (Trial trial = trial(5)) {
            trial.sandbox().always(Fault.silent());
            CallListException e = failure(trial.lister().list(CallQuery.all()).deadline(Duration.ofMillis(50)));
            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(e.failure().detail().orElseThrow()).contains("deadline");
        }
    }
}
