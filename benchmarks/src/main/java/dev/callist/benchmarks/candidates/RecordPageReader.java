package dev.callist.benchmarks.candidates;

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
import dev.callist.signalwire.SignalWireCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads SignalWire's pages into records with Jackson databind. */
public record RecordPageReader(ObjectReader reader) implements PageReader {
    /** Parses dates with a {@link DateTimeFormatter}, as most programs do. */
    public static RecordPageReader withFormatter() {
        return create(RecordPageReader::formatted);
    }

    /** Parses dates digit by digit. */
    public static RecordPageReader withDigitParser() {
        return create(RecordPageReader::digitByDigit);
    }

    /** Parses dates digit by digit, and calls constructors through code that Blackbird generates. */
    public static RecordPageReader withBlackbird() {
        return create(RecordPageReader::digitByDigit, new BlackbirdModule());
    }

    private static RecordPageReader create(DateParser dates, Module... modules) {
        return new RecordPageReader(JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addDeserializer(Instant.class, new InstantDeserializer(dates))
                        .addDeserializer(Duration.class, new SecondsDeserializer()))
                .addModules(modules)
                .build()
                .readerFor(CallsPage.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    @Override
    public ReadPage read(byte[] body) throws IOException {
        CallsPage page = reader.readValue(body);
        int fields = 0;
        for (SignalWireCall call : page.calls()) {
            fields += FieldCounter.count(call);
        }
        ResultSink.consume(fields);
        return new ReadPage(page.calls().size(), Optional.ofNullable(page.nextPageUri()));
    }

    private static Instant formatted(JsonParser parser) throws IOException {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(parser.getText(), Instant::from);
    }

    /** Parses the date at the parser's position without creating a {@code String}. */
    static @Nullable Instant digitByDigit(JsonParser parser) throws IOException {
        return DigitDateParser.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    @FunctionalInterface
    private interface DateParser {
        @Nullable
        Instant read(JsonParser parser) throws IOException;
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record CallsPage(@Nullable String nextPageUri, List<SignalWireCall> calls) {}

    private static final class InstantDeserializer extends JsonDeserializer<Instant> {
        private final DateParser dates;

        InstantDeserializer(DateParser dates) {
            this.dates = dates;
        }

        @Override
        public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return dates.read(parser);
        }
    }

    private static final class SecondsDeserializer extends JsonDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Duration.ofSeconds(parser.getValueAsLong());
        }
    }
}
