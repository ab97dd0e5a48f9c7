package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.text.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** The JSON of calls with fields that it does not have by itself. */
public final class CallObjects {
    private static final JsonMapper MAPPER = CallJson.mapper();
    private static final ObjectReader READER = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);

    private CallObjects() {}

    /** A kind of field that can be added. */
    public enum Extra {
        /** The provider's own row as {@code raw}: as an object, or as text if it is not strict JSON. */
        RAW,
        /** The durations as numbers, {@code durationSeconds} and {@code talkTimeSeconds}. */
        SECONDS
    }

    /** Returns the JSON of the call with further fields. */
    public static ObjectNode of(Call call, Set<Extra> extras) throws JsonProcessingException {
        ObjectNode json =
                (ObjectNode) READER.readTree(MAPPER.writerFor(Call.class).writeValueAsString(call));
        if (extras.contains(Extra.SECONDS)) {
            call.duration().ifPresent(time -> json.put("durationSeconds", seconds(time)));
            call.talkTime().ifPresent(time -> json.put("talkTimeSeconds", seconds(time)));
        }
        if (extras.contains(Extra.RAW)) {
            call.rawJson().ifPresent(raw -> putRaw(json, raw));
        }
        return json;
    }

    private static BigDecimal seconds(Duration time) {
        return new BigDecimal(DurationText.seconds(time));
    }

    private static void putRaw(ObjectNode json, String raw) {
        try {
            json.set("raw", READER.readTree(raw));
        } catch (JsonProcessingException e) {
            json.put("raw", raw);
        }
    }
}
