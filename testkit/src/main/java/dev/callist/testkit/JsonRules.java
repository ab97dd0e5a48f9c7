package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.CallQuery;
import org.junit.jupiter.api.Test;

/** A call as JSON, and back. */
interface JsonRules extends ContractSubject {
    @Test
    default void writesACallAsJsonAndReadsItBack() throws JsonProcessingException {
        JsonMapper mapper = CallJson.mapper();
        try (Trial trial = trial(60)) {
            for (Call call : trial.lister().list(CallQuery.all())) {
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
    default void keepsTheProvidersOwnJsonUnlessToldNotTo() {
        try (Trial trial = trial(5)) {
            assertThat(trial.lister().list(CallQuery.all())).allSatisfy(call -> {
                assertThat(call.rawJson().orElseThrow())
                        .startsWith("{")
                        .endsWith("}")
                        .contains(call.id());
            });
        }
        try (Trial trial = trial(5, Trial.quick().keepRawJson(false).build())) {
            assertThat(trial.lister().list(CallQuery.all()))
                    .allSatisfy(call -> assertThat(call.rawJson()).isEmpty());
        }
    }
}
