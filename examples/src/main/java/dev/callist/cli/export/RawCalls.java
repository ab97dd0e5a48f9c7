package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.Call;
import dev.callist.CallJson;

/** Adds the provider's own row to the JSON of a call, so that no field of the provider is left out. */
public final class RawCalls {
    private static final JsonMapper MAPPER = CallJson.mapper();
    private static final ObjectReader READER = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private RawCalls() {}

    /** Returns the JSON of the call, with the row as {@code raw}: as an object, or as text if it is not strict JSON. */
    public static ObjectNode withRaw(Call call) throws JsonProcessingException {
        ObjectNode json =
                (ObjectNode) READER.readTree(MAPPER.writerFor(Call.class).writeValueAsString(call));
        call.rawJson().ifPresent(raw -> putRaw(json, raw));
        return json;
    }

    private static void putRaw(ObjectNode json, String raw) {
        try {
            json.set("raw", READER.readTree(raw));
        } catch (JsonProcessingException e) {
            json.put("raw", raw);
        }
    }
}
