package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallStatus;
import dev.callist.RejectedRow;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class PageMapperTest extends OverHttp {
    private static final RowMapper<Item> BY_ID =
            item -> Optional.ofNullable(item.id()).map(id -> call(id).createdAt(Instant.parse("2026-03-01T12:00:00Z")));

    @Test
    void readsEachRowWithAnIdAndRejectsTheOthers() {
        CallPage page = new PageMapper<>(BY_ID, true)
                .page(received("{\"id\":\"a\"}", "7", "{\"no\":1}", "{\"id\":\"b\"}"))
                .build();

        assertThat(page.calls()).extracting(Call::id).containsExactly("a", "b");
        assertThat(page.calls().get(1).rawJson()).contains("{\"id\":\"b\"}");
        assertThat(page.calls().get(1).as(Item.class)).contains(new Item("b"));
        assertThat(page.rejected())
                .containsExactly(new RejectedRow(1, "not an object", "7"), new RejectedRow(2, "no id", "{\"no\":1}"));
    }

    @Test
    void doesNotSayWhereThePageIsInTheList() {
        CallPage page =
                new PageMapper<>(BY_ID, true).page(received("{\"id\":\"a\"}")).build();

        assertThat(page.next()).isEmpty();
        assertThat(page.firstRow()).isEmpty();
        assertThat(page.total()).isEmpty();
    }

    @Test
    void keepsNoJsonUnlessAsked() {
        CallPage page =
                new PageMapper<>(BY_ID, false).page(received("{\"id\":\"a\"}")).build();

        assertThat(page.calls().get(0).rawJson()).isEmpty();
    }

    @Test
    void keepsProblemsWithTheirRow() {
        CallPage page = new PageMapper<>(BY_ID, true)
                .page(received("{\"id\":[1,2]}", "{\"id\":\"a\"}"))
                .build();

        assertThat(page.rejected()).hasSize(1);
        assertThat(page.calls().get(0).problems()).isEmpty();
    }

    private ApiResponse<ItemPage> received(String... rows) {
        server.enqueue(new MockResponse.Builder()
                .body("{\"results\":[" + String.join(",", rows) + "]}")
                .build());
        return page(options().build());
    }

    private static CallBuilder call(String id) {
        return Call.builder()
                .provider("test")
                .id(id)
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN);
    }
}
