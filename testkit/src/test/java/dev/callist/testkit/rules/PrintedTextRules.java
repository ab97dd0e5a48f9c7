package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallQuery;
import dev.callist.testkit.Fault;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.options.RecordingListener;
import dev.callist.testkit.privacy.ThrowableText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No credential and no phone number in any text that leaves the library. */
public interface PrintedTextRules extends ProviderUnderTest {
    @Test
    default void showsNoSecretAndNoNumberInAnyFailure() {
        List<String> numbers = phoneNumbers();
        String echo = secret() + " " + String.join(" ", numbers);
        for (Fault fault : new Fault[] {
            Fault.status(401, "{\"code\":\"" + secret() + "\",\"message\":\"" + echo + "\"}", "application/json"),
            Fault.status(422, "{\"code\":\"" + numbers.get(0) + "\"}", "application/json"),
            Fault.status(500, echo, "text/plain"),
            Fault.body(echo, "text/plain"),
            Fault.body("{\"" + numbers.get(0) + "\":1,\"" + numbers.get(0) + "\":2}", "application/json"),
            Fault.redirect("http://127.0.0.1:1/" + secret()),
            Fault.cutInBody(),
            Fault.dropped(),
        }) {
            RecordingListener listener = new RecordingListener();
            try (ContractFixture fixture =
                    fixture(5, ContractFixture.quick().listener(listener).build())) {
                fixture.sandbox().always(fault);
                CallQuery query = CallQuery.builder()
                        .from(numbers.get(0))
                        .to(numbers.get(numbers.size() - 1))
                        .build();
                CallListException e = failure(fixture.lister().list(query));
                listener.texts().add(ThrowableText.printed(e));
                listener.texts().add(fixture.lister().toString());
                listener.texts().add(fixture.lister().list(query).toString());
                listener.texts().add(fixture.lister().plan(query).toString());
                listener.texts().add(fixture.lister().options().toString());
                listener.texts().add(query.toString());
                listener.texts().add(e.failure().resumePoint().orElseThrow().toString());
            }
            assertThat(listener.texts()).isNotEmpty().allSatisfy(text -> assertThat(text)
                    .as("%s", fault)
                    .doesNotContain(secret())
                    .doesNotContain(numbers));
        }
    }

    @Test
    default void showsNoNumberOfAnErrorCodeWithMarksBetweenItsDigits() {
        assertThat(failureWithCode("415-555-2671")).doesNotContain("555-2671");
    }

    @Test
    default void showsNoCredentialOfAnErrorCodeInBase64() {
        String echo = Base64.getEncoder().withoutPadding().encodeToString(secret().getBytes(StandardCharsets.UTF_8));
        assertThat(failureWithCode(echo)).doesNotContain(echo);
    }

    private String failureWithCode(String code) {
        String body = "{\"code\":\"" + code + "\",\"details\":{\"code\":\"" + code + "\"}}";
        try (ContractFixture fixture = fixture(1)) {
            fixture.sandbox().always(Fault.status(422, body, "application/json"));
            return failure(fixture.lister().list(CallQuery.all())).toString();
        }
    }
}
