package dev.callist.benchmarks.candidates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads SignalWire's pages as Jackson trees: every field as text, without parsing dates. */
public record TreePageReader(JsonMapper mapper) implements PageReader {
    public TreePageReader() {
        this(new JsonMapper());
    }

    @Override
    public ReadPage read(byte[] body) throws IOException {
        JsonNode page = mapper.readTree(body);
        JsonNode calls = page.path("calls");
        int fields = 0;
        for (JsonNode call : calls) {
            for (JsonNode field : call) {
                fields += field.isNull() ? 0 : 1 & field.asText().length();
            }
        }
        ResultSink.consume(fields);
        return new ReadPage(
                calls.size(), Optional.ofNullable(page.path("next_page_uri").textValue()));
    }
}
