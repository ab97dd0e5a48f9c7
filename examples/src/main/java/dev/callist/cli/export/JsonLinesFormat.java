package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.callist.Call;
import dev.callist.CallJson;
import dev.callist.cli.export.CallObjects.Extra;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One JSON object on each line, UTF-8. */
public final class JsonLinesFormat implements LineFormat {
    private static final ObjectWriter CALLS = CallJson.mapper().writerFor(Call.class);
    private static final ObjectWriter OBJECTS = CallJson.mapper().writer();

    private final Set<Extra> extras;

    /** The format with further fields on each line. */
    public JsonLinesFormat(Set<Extra> extras) {
        this.extras = Set.copyOf(extras);
    }

    @Override
    public String name() {
        StringBuilder name = new StringBuilder("jsonl");
        for (Extra extra : new TreeSet<>(extras)) {
            name.append(name.indexOf("with") < 0 ? " with " : " and ")
                    .append(extra.name().toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    @Override
    public CallFormat withRaw() {
        return with(Extra.RAW);
    }

    @Override
    public CallFormat withSeconds() {
        return with(Extra.SECONDS);
    }

    private CallFormat with(Extra extra) {
        Set<Extra> more = EnumSet.of(extra);
        more.addAll(extras);
        return new JsonLinesFormat(more);
    }

    @Override
    public byte[] header() {
        return new byte[0];
    }

    @Override
    public byte[] row(Call call) throws JsonProcessingException {
        byte[] json = extras.isEmpty()
                ? CALLS.writeValueAsBytes(call)
                : OBJECTS.writeValueAsBytes(CallObjects.of(call, extras));
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
