package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.CallJson;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever writes our objects as JSON or by Java serialisation, the key is not in it. */
class SecretJsonTest {
    private static final List<ObjectMapper> MAPPERS = List.of(
            CallJson.mapper(),
            new ObjectMapper(),
            JsonMapper.builder()
                    .findAndAddModules()
                    .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .build());

    @ParameterizedTest
    @EnumSource
    void showsNoKey(Tried provider) throws IOException {
        String key = provider.key();
        ClientOptions options = ClientOptions.builder().credentials(() -> key).build();
        try (Sandbox sandbox = provider.sandbox(3);
                CallLister calls = provider.lister(sandbox.url(), options)) {
            CallQuery query = CallQuery.builder().from("+447700900187").build();
            CallListing listing = calls.list(query);
            listing.forEach(call -> {});
            sandbox.always(Fault.status(403));
            CallListException failure =
                    catchThrowableOfType(CallListException.class, () -> listing.forEach(call -> {}));

            for (Object shown : List.of(calls, options, query, listing, listing.iterator(), failure)) {
                for (ObjectMapper mapper : MAPPERS) {
                    assertThat(json(mapper, shown)).doesNotContain(key).doesNotContain(provider.sent());
                }
            }
            assertThat(serialised(failure)).doesNotContain(key).doesNotContain("7700900187");
            assertThat(List.of(calls, options, query, listing))
                    .noneMatch(kept -> Serializable.class.isAssignableFrom(kept.getClass()));
        }
    }

    /** What a mapper writes, or how it refuses. */
    private static String json(ObjectMapper mapper, Object shown) {
        try {
            return mapper.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            return e.toString();
        }
    }

    private static String serialised(Object shown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(shown);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
