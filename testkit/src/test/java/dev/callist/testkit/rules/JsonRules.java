package dev.callist.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallQuery;
import dev.callist.testkit.contract.ContractFixture;
import org.junit.jupiter.api.Test;

/** A call as JSON, and back. */
public interface JsonRules extends ProviderUnderTest {
    @Test
    default void writesACallAsJsonAndReadsItBack() throws JsonProcessingException {
        JsonMapper mapper = CallJson.mapper();
        try (ContractFixture fixture = fixture(60)) {
            for (Call call : fixture.lister().list(CallQuery.all())) {
                String json = mapper.writeValueAsString(call);
                assertThat(mapper.readValue(json, Call.class)).isEqualTo(call);
                JsonNode tree = mapper.readTree(json);
                assertThat(tree.has("rawJson")).isFalse();
                assertThat(tree.has("nativeRecord")).isFalse();
                assertThat(tree.findValues("createdAt")).allMatch(JsonNode::isTextual);
                assertThat(tree).noneMatch(JsonNode::isNull);
            }
        }
    }

    @Test
    default void keepsTheProvidersOwnJsonByDefault() {
        try (ContractFixture fixture = fixture(5)) {
            assertThat(fixture.lister().list(CallQuery.all())).allSatisfy(call -> {
                assertThat(call.rawJson().orElseThrow())
                        .startsWith("{")
                        .endsWith("}")
                        .contains(call.id());
            });
        }
        try (ContractFixture fixture =
                fixture(5, ContractFixture.quick().keepRawJson(false).build())) {
            assertThat(fixture.lister().list(CallQuery.all()))
                    .allSatisfy(call -> assertThat(call.rawJson()).isEmpty());
        }
    }
}
