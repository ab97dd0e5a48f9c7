package dev.callist.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.signalwire.SignalWireCall;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** SignalWire's pages as Jackson databind records, dates by {@link DateTimeFormatter}. */
record RecordsByHand(ObjectReader reader) implements PlainWalk.PageReader {
    RecordsByHand() {
        this(JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Instant.class, new Rfc1123()))
                .build()
                .readerFor(CallsPage.class)
                .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    @Override
    public PlainWalk.Page read(ResponseBody body) throws IOException {
        CallsPage page = reader.readValue(body.bytes());
        int fields = 0;
        for (SignalWireCall call : page.calls()) {
            fields += FieldsOf.record(call);
        }
        Seen.seen(fields);
        return new PlainWalk.Page(page.calls().size(), Optional.ofNullable(page.nextPageUri()));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CallsPage(@Nullable String nextPageUri, List<SignalWireCall> calls) {}

    private static final class Rfc1123 extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(parser.getText(), Instant::from);
        }
    }
}
