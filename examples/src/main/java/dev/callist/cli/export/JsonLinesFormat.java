package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.callist.Call;
import dev.callist.CallJson;
import java.util.Arrays;

/** One JSON object on each line, UTF-8. */
public final class JsonLinesFormat implements CallFormat {
    private final ObjectWriter calls = CallJson.mapper().writerFor(Call.class);
    private final ObjectWriter trees = CallJson.mapper().writer();
    private final boolean addsRaw;

    /**
     * The format with or without the provider's own rows.
     *
     * @param addsRaw whether each line has the provider's row as {@code raw}
     */
    public JsonLinesFormat(boolean addsRaw) {
        this.addsRaw = addsRaw;
    }

    @Override
    public String name() {
        return addsRaw ? "jsonl with raw" : "jsonl";
    }

    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public byte[] row(Call call) throws JsonProcessingException {
        byte[] json = addsRaw ? trees.writeValueAsBytes(RawCalls.withRaw(call)) : calls.writeValueAsBytes(call);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
