package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirdConfigTest {
    @ParameterizedTest
    @ValueSource(strings = {"..", "secret/x", "secret?x", "secret x", "secret\r\nX: y", "s\u00e9cret", "secret%2e"})
    void refusesAnIdWithoutQuotingIt(String id) {
        refuses(complete().workspaceId(id), "workspaceId ");
        refuses(complete().channelId(id), "channelId ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "secret key", "secret\n", " secret", "s\u00e9cret"})
    void refusesAKeyWithoutQuotingIt(String key) {
        refuses(complete().accessKey(key), "accessKey ");
    }

    @Test
    void takesExactlyOneKey() {
        ClientOptions supplied =
                ClientOptions.builder().credentials(() -> "secret").build();

        refuses(BirdConfig.builder().workspaceId("w"), "accessKey is missing");
        refuses(complete().options(supplied), "set either accessKey or options.credentials");
        assertThat(BirdConfig.builder().workspaceId("w").options(supplied).build())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.bird.com, baseUrl must be https",
        "https://secret@api.bird.com, baseUrl must not contain a user",
        "https://api.bird.com/?key=secret, baseUrl must not have a query or fragment",
        "https://api.bird.com/#secret, baseUrl must not have a query or fragment",
        "ftp://api.bird.com, baseUrl must be an absolute http or https URL",
        "/workspaces/secret, baseUrl must be an absolute http or https URL",
    })
    void refusesABaseUrlWithoutQuotingIt(URI base, String rule) {
        refuses(complete().baseUrl(base), rule);
    }

    @Test
    void showsIdsAndHostOnly() {
        assertThat(complete().build()).hasToString("BirdConfig[workspace ws1, channel all, api.bird.com]");
        assertThat(complete()
                        .channelId("ch1")
                        .baseUrl(URI.create("https://bird.example.org/v9"))
                        .build())
                .hasToString("BirdConfig[workspace ws1, channel ch1, bird.example.org]");
        try (BirdCalls bird = BirdCalls.create(complete().build())) {
            assertThat(bird).hasToString("BirdCalls[BirdConfig[workspace ws1, channel all, api.bird.com]]");
            assertThat(bird.provider()).isEqualTo("bird");
        }
    }

    @Test
    void showsTheNamesOfFiltersOnly() {
        BirdFilters filters = BirdFilters.builder()
                .from("+447700900123")
                .id("c1")
                .startAt(Instant.EPOCH)
                .build();

        assertThat(filters).hasToString("BirdFilters[startAt, from, id]");
    }

    @Test
    void refusesAMissingWorkspace() {
        refuses(BirdConfig.builder().accessKey("k"), "workspaceId ");
    }

    @Test
    void hidesTheKeyFromAMapperThatReadsFields() throws JsonProcessingException {
        JsonMapper fields = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();

        assertThat(fields.writeValueAsString(complete().build())).doesNotContain("access-key-1");
    }

    private static BirdConfigBuilder complete() {
        return BirdConfig.builder().workspaceId("ws1").accessKey("access-key-1");
    }

    private static void refuses(BirdConfigBuilder config, String rule) {
        CallListException e = catchThrowableOfType(CallListException.class, config::build);
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(e.failure().provider()).isEqualTo("bird");
        assertThat(e.failure().detail().orElseThrow()).startsWith(rule);
        assertThat(e.getMessage()).doesNotContain("secret", "cret");
    }
}
