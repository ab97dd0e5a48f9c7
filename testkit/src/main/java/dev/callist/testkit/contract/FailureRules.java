package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each fault is reported as its own kind, promptly, and never read as "no calls". */
public interface FailureRules extends ListerUnderTest {
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
    default void reportsEachFaultByItsKindAfterOneRequest() {
        finalAtOnce().forEach((fault, kind) -> {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(fault);
                CallListException e = failure(fixture.lister().list(CallQuery.all()));
                assertThat(e.kind()).as("%s", fault).isEqualTo(kind);
                assertThat(e.failure().provider()).isEqualTo(fixture.lister().provider());
                assertThat(e.failure().attempts()).isEqualTo(1);
                assertThat(e.failure().page()).isEqualTo(1);
                assertThat(fixture.sandbox().requestCount()).as("%s", fault).isEqualTo(1);
            }
        });
    }

    @Test
    default void followsNoRedirect() {
        try (ContractFixture fixture = fixture(5);
                Sandbox elsewhere = sandbox(5)) {
            for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
                fixture.sandbox()
                        .always(Fault.status(status, "", "text/plain")
                                .withHeader("Location", elsewhere.url().toString()));
                assertThat(failure(fixture.lister().list(CallQuery.all())).kind())
                        .isEqualTo(Kind.REDIRECTED);
            }
            assertThat(elsewhere.requestCount()).isZero();
            assertThat(fixture.sandbox().requestCount()).isEqualTo(6);
        }
    }
}
