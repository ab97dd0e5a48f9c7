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

/** No JSON mapper and no Java serialization writes the key. */
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
    void writesNoKey(ProviderUnderTest provider) throws IOException {
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

            for (Object object : List.of(calls, options, query, listing, listing.iterator(), failure)) {
                for (ObjectMapper mapper : MAPPERS) {
                    assertThat(json(mapper, object)).doesNotContain(key).doesNotContain(provider.keyInHeader());
                }
            }
            assertThat(serialized(failure)).doesNotContain(key).doesNotContain("7700900187");
            assertThat(List.of(calls, options, query, listing))
                    .noneMatch(object -> Serializable.class.isAssignableFrom(object.getClass()));
        }
    }

    /** Returns what a mapper writes, or its exception. */
    private static String json(ObjectMapper mapper, Object object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            return e.toString();
        }
    }

    private static String serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
