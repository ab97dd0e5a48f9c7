package dev.callist.plivodialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The text of a config, missing settings, and the widest windows. */
class SettingsTest {
    private final PlivoDialerConfig config = PlivoDialerConfig.builder()
            .baseUrl(URI.create("https://tenant.example.com/api/v1"))
            .accessToken("k-secret-1")
            .build();

    @Test
    void hidesTheTokenFromAMapperThatReadsFields() throws Exception {
        JsonMapper fields = JsonMapper.builder()
                .findAndAddModules()
                .visibility(PropertyAccessor.ALL, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        assertThat(fields.writeValueAsString(config)).doesNotContain("k-secret-1");
    }

    @Test
    void showsTheConfigAsTheListersText() {
        try (PlivoDialerCalls calls = PlivoDialerCalls.create(config)) {
            assertThat(calls.toString()).isEqualTo("PlivoDialerCalls[" + config + "]");
        }
    }

    @Test
    void saysInvalidConfigWhenTheBaseUrlIsMissing() {
        assertThat(catchThrowable(
                        () -> PlivoDialerConfig.builder().accessToken("k").build()))
                .isInstanceOfSatisfying(
                        CallListException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG));
    }

    @Test
    void takesAWindowThatIsOpenAtBothEnds() {
        try (PlivoDialerCalls calls = PlivoDialerCalls.create(config)) {
            assertThatCode(() -> calls.plan(CallQuery.createdBetween(Instant.MIN, Instant.MAX)))
                    .doesNotThrowAnyException();
            assertThat(calls.plan(CallQuery.createdBetween(
                                    Instant.MIN.plusSeconds(9999999), Instant.parse("+12000-01-01T00:00:00Z")))
                            .request())
                    .matches(".*dateFrom=\\d{4}-\\d\\d-\\d\\d");
        }
    }
}
