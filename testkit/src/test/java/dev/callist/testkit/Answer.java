package dev.callist.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import okhttp3.Headers;

/** A sandbox's response. */
record Answer(int status, Headers headers, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the response is not JSON", e);
        }
    }

    List<JsonNode> rows() {
        return StreamSupport.stream(json().get("results").spliterator(), false).toList();
    }

    List<String> ids() {
        return rows().stream().map(row -> row.get("id").textValue()).toList();
    }

    Optional<String> token() {
        return Optional.ofNullable(json().get("nextPageToken")).map(JsonNode::textValue);
    }

    String code() {
        return json().get("code").textValue();
    }
}
