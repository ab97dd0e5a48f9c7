package dev.callist.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.CallQuery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a config, the widest windows and durations, and the addresses that are sent. */
class SettingsTest {
    private final SearchConfig config =
            SearchConfig.builder().apiKey("k-secret-1").build();

    @Test
    void hidesTheKeyFromAMapperThatReadsFields() throws Exception {
        JsonMapper fields = JsonMapper.builder()
                .findAndAddModules()
                .visibility(PropertyAccessor.ALL, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        assertThat(fields.writeValueAsString(config)).doesNotContain("k-secret-1");
    }

    @Test
    void showsTheConfigAsTheListersText() {
        try (SearchCalls calls = SearchCalls.create(config)) {
            assertThat(calls.toString()).isEqualTo("SearchCalls[" + config + "]");
        }
    }

    @Test
    void takesAWindowThatIsOpenAtBothEnds() {
        try (SearchCalls calls = SearchCalls.create(config)) {
            assertThatCode(() -> calls.plan(CallQuery.createdBetween(Instant.MIN, Instant.MAX)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void takesAnyDuration() {
        try (SearchCalls calls = SearchCalls.create(config)) {
            assertThatCode(() -> calls.plan(CallQuery.builder()
                            .maxDuration(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))
                            .build()))
                    .doesNotThrowAnyException();
            assertThatCode(() -> calls.plan(CallQuery.builder()
                            .minDuration(Duration.ofSeconds(Long.MAX_VALUE))
                            .build()))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 (310) 555-0100", "+1-310-555-0100"})
    void sendsNoNumberThatCallsShowInAnotherForm(String number) {
        try (SearchCalls calls = SearchCalls.create(config)) {
            assertThat(calls.plan(CallQuery.builder().from(number).build()).pushedFilters())
                    .isEmpty();
        }
    }

    @Test
    void masksNumbersInThePlan() {
        try (SearchCalls calls = SearchCalls.create(config)) {
            assertThat(calls.plan(CallQuery.builder()
                                    .addProviderFilters(SearchFilters.builder()
                                            .addFrom("sip:+13105550100@pbx.example", "+13105550101")
                                            .addTo("3105550102")
                                            .build())
                                    .build())
                            .toString())
                    .doesNotContain("5550100")
                    .doesNotContain("5550101")
                    .doesNotContain("5550102");
        }
    }
}
