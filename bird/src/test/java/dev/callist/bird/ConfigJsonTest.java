package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

/** S13: the key does not show in the JSON of a config, whatever the mapper reads. */
class ConfigJsonTest {
    @Test
    void hidesTheKeyFromAMapperThatReadsFields() throws Exception {
        JsonMapper fields = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
        try (Bench bench = new Bench()) {
            assertThat(fields.writeValueAsString(bench.config().build())).doesNotContain(Bench.KEY);
        }
    }
}
