package dev.callist;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * A {@link Call} as JSON: camelCase names, ISO 8601 text for instants and durations, absent fields left out, unknown
 * fields ignored on reading. Any Jackson mapper with the jsr310 and jdk8 modules and no naming strategy writes this
 * form; this class provides one.
 */
public final class CallJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private CallJson() {}

    /** A thread-safe mapper; copy it before changing its settings. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
