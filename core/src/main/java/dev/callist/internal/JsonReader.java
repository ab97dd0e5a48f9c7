package dev.callist.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.ClientOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads answers: strict about the document, lenient about the fields of a row. Thread-safe. */
final class JsonReader {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_NUMBER = 1000;

    private final JsonMapper mapper;

    JsonReader(InstantForm instants, ClientOptions options) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(options.maxJsonDepth())
                .maxTokenCount(options.maxJsonTokens())
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        JsonFactory json = new StrictJson(new JsonFactoryBuilder().streamReadConstraints(limits));
        mapper = JsonMapper.builder(json)
                .annotationIntrospector(new UnknownFields())
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .addModule(LeafReaders.module(instants))
                .addModule(new SimpleModule("callist-rows")
                        .setDeserializerModifier(RecordReader.instead())
                        .addDeserializer(List.class, new ListReader())
                        .addDeserializer(Row.class, new RowReader())
                        .addDeserializer(Rows.class, new RowsReader(options.maxRows()))
                        .addDeserializer(PageToken.class, new PageToken.Reader()))
                .build();
    }

    JsonFactory factory() {
        return mapper.getFactory();
    }

    <T> Shape<T> shapeOf(Class<T> type) {
        return new Shape<>(mapper.readerFor(type));
    }

    <R> Shape<Row<R>> shapeOfRow(Class<R> record) {
        return new Shape<>(mapper.readerFor(mapper.getTypeFactory().constructParametricType(Row.class, record)));
    }

    /** Reads one whole document. */
    <T> T read(Body body, Shape<T> shape) throws IOException {
        try (JsonParser parser = mapper.createParser(body.bytes(), 0, body.length())) {
            if (parser.nextToken() == null) {
                throw new WrongShape("the answer is empty");
            }
            if (!parser.isExpectedStartObjectToken()) {
                throw new WrongShape("the answer is no JSON object");
            }
            T value = shape.read(parser, body);
            if (parser.nextToken() != null) {
                throw new WrongShape("something follows the JSON document");
            }
            if (value == null || (value instanceof Envelope<?> page && page.rows() == null)) {
                throw new WrongShape("the list of calls is missing");
            }
            Optional<String> flaw = value instanceof Envelope<?> page ? page.flaw() : Optional.empty();
            if (flaw.isPresent()) {
                throw new WrongShape(flaw.get());
            }
            return value;
        }
    }
}
