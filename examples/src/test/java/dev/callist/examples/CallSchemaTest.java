package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The published JSON Schema says what the JSON of a call is. */
class CallSchemaTest {
    private static final Path SCHEMA = Path.of("../core/src/main/resources/META-INF/callist/call.schema.json");

    @Test
    void isWhatTheClassesSay() throws IOException {
        String derived = CallSchema.text();
        if (Boolean.getBoolean("callist.writeSchema")) {
            Files.writeString(SCHEMA, derived);
        }
        assertThat(SCHEMA).content().isEqualTo(derived);
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryCallOfASandbox(ProviderUnderTest provider) throws IOException {
        JsonSchema schema = published();
        JsonNode document = schema.getSchemaNode();
        try (Sandbox sandbox = provider.sandbox(300);
                CallLister calls = provider.lister(
                        sandbox.url(),
                        ClientOptions.builder().credentials(provider::key).build())) {
            int seen = 0;
            for (Call call : calls.list(CallQuery.all())) {
                JsonNode json = CallJson.mapper().valueToTree(call);
                assertThat(schema.validate(json)).as(json.toString()).isEmpty();
                assertNames(json, document);
                assertNames(json.path("from"), document.at("/$defs/CallParty"));
                seen++;
            }
            assertThat(seen).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/id, 5",
        "/status, '\"DONE\"'",
        "/createdAt, '\"yesterday\"'",
        "/duration, '\"20\"'",
        "/duration, '\"PT\"'",
        "/from, '{\"kind\":\"PHONE\"}'",
        "/price, '{\"amount\":\"1\",\"currency\":\"USD\"}'",
        "/tags, '[1]'",
    })
    void refusesWhatIsNotACall(String field, String value) throws IOException {
        ObjectNode call = CallJson.mapper().createObjectNode();
        call.put("provider", "bird").put("id", "c1").put("direction", "INBOUND").put("status", "BUSY");
        call.putArray("recordings");
        call.putArray("tags");
        assertThat(published().validate(call)).isEmpty();

        call.set(field.substring(1), CallJson.mapper().readTree(value));
        assertThat(published().validate(call))
                .singleElement()
                .extracting(message -> message.getInstanceLocation().toString())
                .asString()
                .startsWith(field);
    }

    /** Asserts that a schema names all fields of an object. */
    private static void assertNames(JsonNode object, JsonNode schema) {
        assertThat(schema.path("properties").fieldNames()).toIterable().containsAll(object::fieldNames);
    }

    /** Returns the schema that the jar of core contains. */
    private static JsonSchema published() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Call.class.getResourceAsStream("/META-INF/callist/call.schema.json"))) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
        }
    }
}
