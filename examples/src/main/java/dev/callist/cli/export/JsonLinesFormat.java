package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.callist.Call;
import dev.callist.CallJson;
import java.util.Arrays;

/** One JSON object on each line, UTF-8. */
public final class JsonLinesFormat implements CallFormat {
    private final ObjectWriter writer = CallJson.mapper().writerFor(Call.class);

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
