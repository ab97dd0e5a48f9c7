package dev.callist.testkit.contract;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.testkit.Fault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No credential and no phone number in any text that leaves the library. */
public interface PrivacyRules extends ListerUnderTest {
    @Test
    default void showsNoSecretAndNoNumberInAFailure() {
        List<String> numbers = phoneNumbers();
        String echo = "{\"code\":\"" + secret() + "\",\"message\":\"" + numbers + "\"}";
        for (int status : new int[] {200, 401, 422, 500}) {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().always(Fault.status(status, echo, "application/json"));
                CallListException e = failure(fixture.lister().list(CallQuery.all()));
                assertThat(e + " " + e.getCause() + " " + fixture.lister())
                        .doesNotContain(secret())
                        .doesNotContain(numbers);
            }
        }
    }

    @Test
    default void masksACallInTexts() {
        List<String> numbers = phoneNumbers();
        try (ContractFixture fixture = fixture(40)) {
            for (Call call : fixture.lister().list(CallQuery.all())) {
                assertThat(call.toString()).contains(call.id()).doesNotContain(numbers);
                Stream.of(call.from(), call.to())
                        .flatMap(party -> party.flatMap(CallParty::name).stream())
                        .forEach(name -> assertThat(call.toString()).doesNotContain(name));
            }
        }
    }

    @Test
    default void sendsTheCredentialInAHeaderOnly() {
        try (ContractFixture fixture = fixture(5)) {
            fixture.lister().list(CallQuery.all()).forEach(call -> {});
            assertThat(fixture.sandbox().requests())
                    .allSatisfy(request -> assertThat(request.target()).doesNotContain(secret()));
        }
    }
}
