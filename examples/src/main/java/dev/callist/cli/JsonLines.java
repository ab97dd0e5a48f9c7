package dev.callist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.Call;
import dev.callist.CallJson;
import java.util.Arrays;

/** One JSON object a line, UTF-8. */
final class JsonLines implements CallFormat {
    static final JsonMapper MAPPER = CallJson.mapper();

    private final ObjectWriter writer = MAPPER.writerFor(Call.class);

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public byte[] row(Call call) throws JsonProcessingException {
        byte[] json = writer.writeValueAsBytes(call);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
