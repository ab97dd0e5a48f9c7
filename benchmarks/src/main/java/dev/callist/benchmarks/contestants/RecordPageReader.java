package dev.callist.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.callist.internal.InstantForm;
import dev.callist.signalwire.SignalWireCall;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SignalWire's pages as Jackson databind records. */
record RecordsByHand(ObjectReader reader) implements PlainWalk.PageReader {
    /** Dates by {@link DateTimeFormatter}, as most would write it. */
    static RecordsByHand usual() {
        return with(RecordsByHand::formatted);
    }

    /** Dates digit by digit. */
    static RecordsByHand tuned() {
        return with(RecordsByHand::digitByDigit);
    }

    /** The same, with setters and constructors that Blackbird generates. */
    static RecordsByHand generated() {
        return with(RecordsByHand::digitByDigit, new BlackbirdModule());
    }

    private static RecordsByHand with(Dates dates, Module... modules) {
        return new RecordsByHand(JsonMapper.builder()
                .addModule(new SimpleModule().addDeserializer(Instant.class, new DateReader(dates)))
                .addModules(modules)
                .build()
                .readerFor(CallsPage.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    @Override
    public PlainWalk.Page read(byte[] body) throws IOException {
        CallsPage page = reader.readValue(body);
        int fields = 0;
        for (SignalWireCall call : page.calls()) {
            fields += FieldsOf.record(call);
        }
        Seen.seen(fields);
        return new PlainWalk.Page(page.calls().size(), Optional.ofNullable(page.nextPageUri()));
    }

    private static Instant formatted(JsonParser parser) throws IOException {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(parser.getText(), Instant::from);
    }

    /** A date as the parser has it, without a {@code String}. */
    static @Nullable Instant digitByDigit(JsonParser parser) throws IOException {
        return InstantForm.RFC_2822.readPlain(
                parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    @FunctionalInterface
    private interface Dates {
        @Nullable
        Instant read(JsonParser parser) throws IOException;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CallsPage(@Nullable String nextPageUri, List<SignalWireCall> calls) {}

    private static final class DateReader extends JsonDeserializer<Instant> {
        private final Dates dates;

        DateReader(Dates dates) {
            this.dates = dates;
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return dates.read(parser);
        }
    }
}
