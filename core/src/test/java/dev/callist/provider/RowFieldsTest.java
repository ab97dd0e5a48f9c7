package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ClientOptions;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field is read as for each kind of JSON value; {@code -} means null or no problem. */
class RowFieldsTest {
    private static final DocumentReader READER = JsonClient.documents(InstantFormat.ISO, ClientOptions.defaults());

    record Part(
            @Nullable String name,
            @Nullable Long size,
            @Nullable Part inner) {}

    record Wide(
            @Nullable String text,
            @Nullable Long count,
            @Nullable BigDecimal amount,
            @Nullable Boolean flag,
            @Nullable Instant at,
            @Nullable List<String> tags,
            @Nullable Part part,
            @Nullable List<Part> parts) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "a"                     | a     | -
            " a "                   | ' a ' | -
            12                      | 12    | -
            1.50                    | 1.50  | -
            1E+1000000000           | 1E+1000000000 | -
            "+12125550123"          | +12125550123  | -
            null                    | -     | -
            ""                      | -     | -
            "  "                    | -     | -
            true                    | -     | text
            {}                      | -     | text
            []                      | -     | text
            {"text":{"text":[1]}}   | -     | text
            """)
    void readsText(String json, String value, String problem) throws IOException {
        check("text", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5                       | 5     | -
            "5"                     | 5     | -
            " 5 "                   | 5     | -
            "+5"                    | 5     | -
            5.0                     | 5     | -
            1e3                     | 1000  | -
            -3                      | -3    | -
            9223372036854775807     | 9223372036854775807 | -
            null                    | -     | -
            ""                      | -     | -
            5.7                     | -     | count
            "5.7"                   | -     | count
            9223372036854775808     | -     | count
            99999999999999999999999999999999999999999999999999 | - | count
            1E+1000000000           | -     | count
            "1E+99999999999"        | -     | count
            "five"                  | -     | count
            "5 s"                   | -     | count
            "0x10"                  | -     | count
            "NaN"                   | -     | count
            true                    | -     | count
            {}                      | -     | count
            []                      | -     | count
            [5]                     | -     | count
            """)
    void readsWholeNumbers(String json, String value, String problem) throws IOException {
        check("count", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.0065                  | 0.0065   | -
            "-0.00500"              | -0.00500 | -
            7                       | 7        | -
            1e2                     | 1E+2     | -
            1e18                    | 1E+18    | -
            0.000000000000000001    | 1E-18    | -
            12345678901234567890123456789012345678     | 12345678901234567890123456789012345678 | -
            123456789012345678901234567890123456789    | - | amount
            1e19                    | -        | amount
            1e-19                   | -        | amount
            1e400                   | -        | amount
            1E+1000000000           | -        | amount
            "1E+1000000000"         | -        | amount
            "NaN"                   | -        | amount
            "Infinity"              | -        | amount
            "1,5"                   | -        | amount
            "$1"                    | -        | amount
            false                   | -        | amount
            ""                      | -        | -
            null                    | -        | -
            """)
    void readsDecimals(String json, String value, String problem) throws IOException {
        check("amount", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true    | true  | -
            false   | false | -
            "True"  | true  | -
            " false " | false | -
            1       | true  | -
            "0"     | false | -
            null    | -     | -
            ""      | -     | -
            2       | -     | flag
            1.0     | -     | flag
            "yes"   | -     | flag
            {}      | -     | flag
            """)
    void readsFlags(String json, String value, String problem) throws IOException {
        check("flag", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2026-03-02T08:00:00.5Z"   | 2026-03-02T08:00:00.500Z | -
            " 2026-03-02T08:00:00Z"    | 2026-03-02T08:00:00Z     | -
            ""                         | - | -
            null                       | - | -
            "yesterday"                | - | at
            "2026-02-30T00:00:00Z"     | - | at
            1709310908269              | - | at
            true                       | - | at
            {"date":"2026-03-02"}      | - | at
            """)
    void readsInstants(String json, String value, String problem) throws IOException {
        check("at", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["a","b"]         | [a, b] | -
            []                | []     | -
            "a"               | [a]    | -
            5                 | [5]    | -
            [null,"a",""]     | [a]    | -
            null              | -      | -
            ""                | -      | -
            "  "              | -      | -
            ["a",5,true]      | [a, 5] | tags
            [["a"],"b"]       | [b]    | tags
            [{"a":1},"b"]     | [b]    | tags
            {"a":"b"}         | -      | tags
            {}                | -      | -
            true              | []     | tags
            """)
    void readsListsOfText(String json, String value, String problem) throws IOException {
        check("tags", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"n","size":"7"}                 | Part[name=n, size=7, inner=null]        | -
            {}                                      | Part[name=null, size=null, inner=null]  | -
            {"inner":{}}                            | Part[name=null, size=null, inner=Part[name=null, size=null, inner=null]] | -
            {"inner":[],"name":"n"}                 | Part[name=n, size=null, inner=null]     | -
            null                                    | - | -
            ""                                      | - | -
            "  "                                    | - | -
            []                                      | - | -
            "n"                                     | - | part
            5                                       | - | part
            true                                    | - | part
            [{"name":"n"}]                          | - | part
            [1,[2]]                                 | - | part
            {"size":1.5,"name":"n"}                 | Part[name=n, size=null, inner=null]     | part.size
            {"inner":{"size":{"a":[1]}},"name":"n"} | Part[name=n, size=null, inner=Part[name=null, size=null, inner=null]] | part.inner.size
            {"inner":"x","name":"n"}                | Part[name=n, size=null, inner=null]     | part.inner
            """)
    void readsObjects(String json, String value, String problem) throws IOException {
        check("part", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"name":"n"}]         | [Part[name=n, size=null, inner=null]] | -
            {"name":"n"}           | [Part[name=n, size=null, inner=null]] | -
            [null,{"name":"n"},""] | [Part[name=n, size=null, inner=null]] | -
            []                     | []  | -
            null                   | -   | -
            ""                     | -   | -
            ["x",{"name":"n"}]     | [Part[name=n, size=null, inner=null]] | parts
            [{"size":"x"}]         | [Part[name=null, size=null, inner=null]] | parts.size
            "x"                    | []  | parts
            7                      | []  | parts
            """)
    void readsListsOfObjects(String json, String value, String problem) throws IOException {
        check("parts", json, value, problem);
    }

    @Test
    void namesEachProblemOnceAndInOrder() throws IOException {
        Row<Wide> row = row("""
                {"parts":[{"size":"x"},{"size":"y"},{"inner":{"size":[]}}],"count":1.5,"unknown":{"count":"x"},
                 "part":{"size":true},"flag":"maybe","text":"kept"}""");

        assertThat(row.problems()).containsExactly("parts.size", "parts.inner.size", "count", "part.size", "flag");
        assertThat(Objects.requireNonNull(row.record()).text()).isEqualTo("kept");
    }

    @Test
    void passesOverUnknownFieldsOfAnyShape() throws IOException {
        StringBuilder json = new StringBuilder("{\"text\":\"kept\"");
        for (int i = 0; i < 1000; i++) {
            json.append(",\"new").append(i).append("\":[{\"count\":\"x\"},null,1E+99999]");
        }

        Row<Wide> row = row(json.append('}').toString());

        assertThat(row.problems()).isEmpty();
        assertThat(Objects.requireNonNull(row.record()).text()).isEqualTo("kept");
    }

    @Test
    void remembersAHundredProblemsAtMost() throws IOException {
        StringBuilder json = new StringBuilder("{\"size\":\"x\"}");
        for (int i = 0; i < 55; i++) {
            json.insert(0, "{\"size\":\"x\",\"name\":{},\"inner\":").append('}');
        }

        Row<Wide> row = row("{\"part\":" + json + "}");

        assertThat(row.problems()).hasSize(100).contains("part.size", "part.inner.inner.name");
    }

    private static void check(String field, String json, String value, String problem) throws IOException {
        Row<Wide> row = row("{\"before\":[{}],\"" + field + "\":" + json + ",\"after\":{\"count\":\"x\"}}");

        assertThat(String.valueOf(valueOf(Objects.requireNonNull(row.record()), field)))
                .isEqualTo(value.equals("-") ? "null" : value);
        assertThat(row.problems()).isEqualTo(problem.equals("-") ? List.of() : List.of(problem));
    }

    private static @Nullable Object valueOf(Wide row, String field) {
        return switch (field) {
            case "text" -> row.text();
            case "count" -> row.count();
            case "amount" -> row.amount();
            case "flag" -> row.flag();
            case "at" -> row.at();
            case "tags" -> row.tags();
            case "part" -> row.part();
            default -> row.parts();
        };
    }

    private static Row<Wide> row(String json) throws IOException {
        return READER.read(
                BodyBytes.of(json.getBytes(StandardCharsets.UTF_8)),
                READER.typeOf(types -> types.constructParametricType(Row.class, Wide.class)));
    }
}
