package dev.callist.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniqueKeyContextTest {
    private static final StrictJsonFactory JSON = new StrictJsonFactory(new JsonFactoryBuilder());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':1,'b':2}",
                "{'a':{'a':1},'b':{'a':1}}",
                "[{'a':1},{'a':1},{'b':1,'a':2}]",
                "{'a':[{'a':{'a':[]}}],'':0}",
                "{'Aa':1,'BB':2}",
                "{}"
            })
    void takesNamesThatStandInAnObjectOnce(String json) throws IOException {
        assertThat(tokens(json.replace('\'', '"'))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':1,'a':2}",
                "{'a':1,'b':{'c':[]},'a':2}",
                "[{'a':1},{'b':{'x':1,'y':2,'x':3}}]",
                "{'ab':1,'\\u0061b':2}",
                "{'':1,'':2}"
            })
    void refusesANameThatAppearsTwice(String json) {
        assertThatThrownBy(() -> tokens(json.replace('\'', '"')))
                .isInstanceOf(JsonParseException.class)
                .hasMessageStartingWith("Duplicate");
    }

    @ParameterizedTest
    @CsvSource({"64, 0", "65, 0", "65, 64", "66, 65", "1000, 63", "1000, 64", "1000, 500", "1000, 999"})
    void findsARepeatedNameAmongAnyNumber(int names, int repeated) throws IOException {
        String distinct = names(IntStream.range(0, names));
        String once = "[{" + distinct + "},{" + distinct + "}]";
        String twice = "[{" + distinct + "},{" + distinct + ",\"n" + repeated + "\":0}]";

        assertThat(tokens(once)).isEqualTo(2L * (2L * names + 2) + 2);
        assertThatThrownBy(() -> tokens(twice)).isInstanceOf(JsonParseException.class);
    }

    /** Names of one hash code: {@code Aa} and {@code BB} have the same, and so has every sequence of them. */
    @Test
    void standsNamesThatWereChosenToCollide() throws IOException {
        String names = IntStream.range(0, 1 << 12)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\":0")))
                .collect(Collectors.joining(","));

        assertThat(tokens("{" + names + "}")).isEqualTo(2 * (1 << 12) + 2);
        assertThatThrownBy(() -> tokens("{" + names + ",\"" + "Aa".repeat(12) + "\":0}"))
                .isInstanceOf(JsonParseException.class);
    }

    private static String names(IntStream numbers) {
        return numbers.mapToObj(number -> "\"n" + number + "\":0").collect(Collectors.joining(","));
    }

    private static long tokens(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        long tokens = 0;
        try (JsonParser parser = JSON.createParser(body, 0, body.length)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }
}
