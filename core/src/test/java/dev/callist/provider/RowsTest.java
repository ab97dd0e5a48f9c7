package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.RejectedRow;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    private static final DocumentReader READER =
            JsonClient.documents(InstantFormat.ISO, TimeUnit.SECONDS, ClientOptions.defaults());

    record Item(@Nullable String id, @Nullable Long count) {}

    record ItemPage(@Nullable Rows<Item> results, @Nullable Long total) implements Envelope<Item> {
        @Override
        public @Nullable Rows<Item> rows() {
            return results;
        }
    }

    @Test
    void readsTheOtherRowsAroundOnesThatAreNoObjects() throws IOException {
        CallPage page =
                page("[{\"id\":\"a\"}, null, \"text\", 5, -1.5e3, true, [ {\"id\":\"x\"} ], [], {\"id\":\"b\"}]");

        assertThat(page.calls()).extracting(Call::id).containsExactly("a", "b");
        assertThat(page.rejected())
                .containsExactly(
                        new RejectedRow(1, "not an object", "null"),
                        new RejectedRow(2, "not an object", "\"text\""),
                        new RejectedRow(3, "not an object", "5"),
                        new RejectedRow(4, "not an object", "-1.5e3"),
                        new RejectedRow(5, "not an object", "true"),
                        new RejectedRow(6, "not an object", "[ {\"id\":\"x\"} ]"),
                        new RejectedRow(7, "not an object", "[]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":null}",
                "{\"id\":\"\"}",
                "{\"id\":\"  \"}",
                "{\"id\":{}}",
                "{\"id\":[\"a\"]}",
                "{\"id\":true}",
                "{\"ID\":\"a\"}"
            })
    void rejectsARowWithoutAnId(String row) throws IOException {
        CallPage page = page("[" + row + ",{\"id\":\"b\"}]");

        assertThat(page.calls()).extracting(Call::id).containsExactly("b");
        assertThat(page.rejected()).containsExactly(new RejectedRow(0, "no id", row));
    }

    @Test
    void acceptsANumberAsAnId() throws IOException {
        assertThat(page("[{\"id\":17}]").calls()).extracting(Call::id).containsExactly("17");
    }

    @Test
    void keepsEachRowsOwnJsonByteForByte() throws IOException {
        String first = "{ \"id\" : \"a\",\n \"name\":\"Jos\u00e9 \ud83d\ude00\" }";
        String second = "{\"id\":\"b\",\"deep\":[[{\"x\":\"]}\"}]]}";

        CallPage page = page(" [ " + first + " ,\n" + second + "\t] ");

        assertThat(page.calls())
                .extracting(call -> call.rawJson().orElseThrow())
                .containsExactly(first, second);
    }

    @Test
    void keepsTheProblemsOfEachRowApart() throws IOException {
        CallPage page = page("[{\"id\":\"a\",\"count\":\"x\"},{\"id\":\"b\"},{\"count\":{},\"id\":\"c\"}]");

        assertThat(page.calls())
                .extracting(Call::problems)
                .containsExactly(List.of("count"), List.of(), List.of("count"));
    }

    @Test
    void keepsTheProblemsOfThePageFromItsRows() throws IOException {
        CallPage page = page("[{\"id\":\"a\"}],\"total\":\"many\",\"other\":[1]");

        assertThat(page.calls()).extracting(Call::problems).containsExactly(List.of());
    }

    @Test
    void returnsTheNativeRecord() throws IOException {
        Call call = page("[{\"id\":\"a\",\"count\":\"3\"}]").calls().get(0);

        assertThat(call.as(Item.class)).contains(new Item("a", 3L));
        assertThat(call.as(String.class)).isEmpty();
    }

    @Test
    void leavesTheRawJsonOutWhenAsked() throws IOException {
        assertThat(page("[{\"id\":\"a\"}]", false).calls().get(0).rawJson()).isEmpty();
    }

    private static CallPage page(String rows) throws IOException {
        return page(rows, true);
    }

    private static CallPage page(String rows, boolean keepRawJson) throws IOException {
        byte[] body = ("{\"results\":" + rows + "}").getBytes(StandardCharsets.UTF_8);
        ItemPage read = READER.read(BodyBytes.of(body), JsonClient.typeOf(ItemPage.class, READER));
        PageMapper<Item> mapper = new PageMapper<>(
                item -> Optional.ofNullable(item.id()).map(id -> Call.builder()
                        .provider("test")
                        .id(id)
                        .direction(CallDirection.UNKNOWN)
                        .status(CallStatus.UNKNOWN)),
                keepRawJson);
        return mapper.page(new ApiResponse<>(read, 0, Duration.ZERO, Optional.empty()))
                .build();
    }
}
