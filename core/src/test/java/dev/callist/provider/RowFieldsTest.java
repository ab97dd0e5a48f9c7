package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.ClientOptions;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field is read as for each kind of JSON value; {@code -} means null or no problem. */
class RowFieldsTest {
    private static final DocumentReader READER =
            JsonClient.documents(InstantFormat.ISO, TimeUnit.SECONDS, ClientOptions.defaults());

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
            @Nullable Duration length,
            @Nullable List<String> tags,
            @Nullable Part part,
            @Nullable List<Part> parts) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Timed(@Nullable Duration duration, @Nullable Duration durationMs) {}

    @Test
    void countsMillisecondsInAFieldWhoseNameSaysSo() throws IOException {
        String json = "{\"duration\":53,\"duration_ms\":52345.5}";
        Timed read = READER.read(BodyBytes.of(json.getBytes(StandardCharsets.UTF_8)), READER.typeOf(Timed.class));

        assertThat(read).isEqualTo(new Timed(Duration.ofSeconds(53), Duration.ofNanos(52_345_500_000L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "a"                     | a     | -
            " a "                   | ' a ' | -
            12                      | 12    | -
            1.50                    | 1.50  | -
            1E+1000000000           | 1E+1000000000 | -
            5.0                     | 5     | -
            1.5551234567e10         | 15551234567   | -
            9007199254740993        | 9007199254740993 | -
            18446744073709551616    | 18446744073709551616 | -
            "00042"                 | 00042 | -
            "1.5e1"                 | 1.5e1 | -
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
            1709310908269              | 2024-03-01T16:35:08.269Z | -
            1760000000                 | 2025-10-09T08:53:20Z     | -
            1760000000.0               | 2025-10-09T08:53:20Z     | -
            1.76e9                     | 2025-10-09T08:53:20Z     | -
            1760000000.25              | 2025-10-09T08:53:20.250Z | -
            1760000000123.5            | 2025-10-09T08:53:20.123500Z | -
            "1760000000"               | 2025-10-09T08:53:20Z     | -
            "1760000000000"            | 2025-10-09T08:53:20Z     | -
            "Thu, 09 Oct 2025 10:53:20 +0200" | 2025-10-09T08:53:20Z | -
            "9 Oct 2025 08:53:20 GMT"  | 2025-10-09T08:53:20Z     | -
            "2025-10-09 08:53:20 UTC"  | 2025-10-09T08:53:20Z     | -
            "2025-10-09 08:53:20,5+00" | 2025-10-09T08:53:20.500Z | -
            "2025-10-09T08:53:20.123456789012Z" | 2025-10-09T08:53:20.123456789Z | -
            "2025-10-09T10:53:20+02:00[Europe/Paris]" | 2025-10-09T08:53:20Z | -
            "2025-10-09T08:53:20"      | - | at
            "2025-10-09"               | - | at
            "09/10/2025 08:53:20 UTC"  | - | at
            "20251009085320"           | - | at
            20251009                   | - | at
            1760000000000000           | - | at
            -1760000000                | - | at
            0                          | - | at
            "0"                        | - | at
            0.0                        | - | at
            "1970-01-01T00:00:00Z"     | - | at
            "1970-01-01T01:00:00+01:00" | - | at
            "1970-01-01T14:00:00.000+14:00" | - | at
            "Wed, 31 Dec 1969 19:00:00 -0500" | - | at
            "Thu, 01 Jan 1970 00:00:00 +0000" | - | at
            "0001-01-01T00:00:00Z"     | - | at
            "0000-00-00 00:00:00"      | - | at
            true                       | - | at
            {"date":"2026-03-02"}      | - | at
            """)
    void readsInstants(String json, String value, String problem) throws IOException {
        check("at", json, value, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5                  | PT5S           | -
            "5"                | PT5S           | -
            5.0                | PT5S           | -
            5e0                | PT5S           | -
            5.5                | PT5.5S         | -
            "53.645"           | PT53.645S      | -
            48062.389          | PT13H21M2.389S | -
            0.0000000019       | PT0.000000001S | -
            "00:08:10"         | PT8M10S        | -
            "00:08:10.25"      | PT8M10.25S     | -
            "100:00:00"        | PT100H         | -
            "PT8M10S"          | PT8M10S        | -
            2147483647         | PT596523H14M7S | -
            0                  | PT0S           | -
            ""                 | -              | -
            null               | -              | -
            2147483648         | -              | length
            -1                 | -              | length
            "-00:00:01"        | -              | length
            "8:10"             | -              | length
            "00:60:00"         | -              | length
            "5,5"              | -              | length
            "5 s"              | -              | length
            1e30               | -              | length
            "P1Y"              | -              | length
            true               | -              | length
            {}                 | -              | length
            """)
    void readsDurations(String json, String value, String problem) throws IOException {
        check("length", json, value, problem);
    }

    @Test
    void readsDurationsInTheUnitOfTheProvider() throws IOException {
        DocumentReader millis =
                JsonClient.documents(InstantFormat.ISO, TimeUnit.MILLISECONDS, ClientOptions.defaults());
        Map<String, Duration> lengths = Map.of(
                "48062.389", Duration.ofNanos(48_062_389_000L),
                "1250", Duration.ofMillis(1250),
                "\"00:08:10\"", Duration.ofSeconds(490));

        for (Map.Entry<String, Duration> length : lengths.entrySet()) {
            Row<Wide> row = row(millis, "{\"length\":" + length.getKey() + "}");
            assertThat(Objects.requireNonNull(row.record()).length()).isEqualTo(length.getValue());
        }
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
            {"0":"a","1":"b"} | [a, b] | -
            {"3":"a"}         | [a]    | -
            {"0":"a","1":{}}  | [a]    | tags
            {"a":{"0":"b"},"c":[1]} | - | tags
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
            {"0":{"name":"n"},"1":{"name":"m"}} | [Part[name=n, size=null, inner=null], Part[name=m, size=null, inner=null]] | -
            {"7":{"size":"x"}}     | [Part[name=null, size=null, inner=null]] | parts.size
            {"0":"x","1":{"name":"m"}} | [Part[name=m, size=null, inner=null]] | parts
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
            case "length" -> row.length();
            case "tags" -> row.tags();
            case "part" -> row.part();
            default -> row.parts();
        };
    }

    private static Row<Wide> row(String json) throws IOException {
        return row(READER, json);
    }

    private static Row<Wide> row(DocumentReader reader, String json) throws IOException {
        return reader.read(
                BodyBytes.of(json.getBytes(StandardCharsets.UTF_8)),
                reader.typeOf(types -> types.constructParametricType(Row.class, Wide.class)));
    }
}
