package dev.callist.internal.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.callist.internal.text.InstantReader;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads whole documents, strictly as documents and tolerantly in the fields of a row. Thread-safe. */
public final class DocumentReader {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_NUMBER = 1000;
    private static final BitSet NO_REPAIRS = new BitSet();

    private final JsonMapper mapper;

    /**
     * A reader for one provider's documents.
     *
     * @param durations the unit of durations that are plain numbers
     * @param page the supertype of records that wrap a list of rows; Jackson reads these, because they are not rows
     * @param own deserializers for the caller's own types
     */
    public DocumentReader(InstantReader instants, TimeUnit durations, JsonLimits most, Class<?> page, Module own) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(most.depth())
                .maxTokenCount(most.tokens())
                .maxStringLength(LONGEST_TEXT)
                .maxNameLength(LONGEST_NAME)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        JsonFactory json = new StrictJsonFactory(new JsonFactoryBuilder().streamReadConstraints(limits));
        mapper = JsonMapper.builder(json)
                .annotationIntrospector(new UnknownFields())
                .disable(DeserializationFeature.WRAP_EXCEPTIONS)
                .addModule(LeafDeserializers.module(instants, durations))
                .addModule(new SimpleModule("callist-records")
                        .setDeserializerModifier(RecordDeserializer.forRecordsBut(page))
                        .addDeserializer(List.class, new ListDeserializer()))
                .addModule(own)
                .build();
    }

    /** Makes parsers of documents. */
    public JsonFactory factory() {
        return mapper.getFactory();
    }

    /** A type of document that every value of a class satisfies. */
    public <T> DocumentType<T> typeOf(Class<T> type) {
        return typeOf(type, value -> Optional.empty());
    }

    /** A type of document that is a class's value without a flaw. */
    public <T> DocumentType<T> typeOf(Class<T> type, Function<T, Optional<String>> flaw) {
        return new DocumentType<>(mapper.readerFor(type), flaw);
    }

    /** A type of document that is a value of a generic class. */
    public <T> DocumentType<T> typeOf(Function<TypeFactory, JavaType> type) {
        return new DocumentType<>(mapper.readerFor(type.apply(mapper.getTypeFactory())), value -> Optional.empty());
    }

    /**
     * Reads one whole document, which must be an object.
     *
     * @throws UnexpectedShapeException when the JSON is valid, but not a document of this type
     * @throws TooManyRowsException when a list of rows is longer than its reader accepts
     * @throws IOException when it is not valid JSON, or exceeds a limit
     */
    public <T> T read(BodyBytes body, DocumentType<T> type) throws IOException {
        try {
            return read(new TextRepair(body, NO_REPAIRS), type);
        } catch (JsonParseException e) {
            return readRepaired(body, type, e);
        }
    }

    /** Reads a document that could not be read as it is, without the characters that its texts must not contain. */
    private <T> T readRepaired(BodyBytes body, DocumentType<T> type, JsonParseException failure) throws IOException {
        TextRepair repaired = TextRepair.of(body).orElseThrow(() -> failure);
        try {
            return read(repaired, type);
        } catch (JsonEOFException e) {
            throw e;
        } catch (JsonParseException e) {
            throw failure;
        }
    }

    private <T> T read(TextRepair repaired, DocumentType<T> type) throws IOException {
        BodyBytes body = repaired.body();
        try (JsonParser parser = mapper.createParser(body.bytes(), 0, body.length())) {
            ((StrictJsonFactory.Parser) parser).setRepairs(repaired.places());
            if (parser.nextToken() == null) {
                throw new UnexpectedShapeException("the response is empty");
            }
            if (!parser.isExpectedStartObjectToken()) {
                throw new UnexpectedShapeException("the response is not a JSON object");
            }
            T value = type.read(parser, body);
            if (parser.nextToken() != null) {
                throw new UnexpectedShapeException("the response continues after the JSON document");
            }
            if (value == null) {
                throw new UnexpectedShapeException("the list of calls is missing");
            }
            Optional<String> flaw = type.flaw().apply(value);
            if (flaw.isPresent()) {
                throw new UnexpectedShapeException(flaw.get());
            }
            return value;
        }
    }

    /** Skips fields that a record does not have, as if each record were annotated so. */
    private static final class UnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated type) {
            return super.findPropertyIgnoralByName(config, type).withIgnoreUnknown();
        }
    }
}
