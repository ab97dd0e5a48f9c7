package dev.callist.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallPage;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.RejectedRow;
import dev.callist.provider.ApiResponse;
import dev.callist.provider.OverHttp;
import dev.callist.provider.RowMapper;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class PagerTest extends OverHttp {
    private static final RowMapper<Item> BY_ID =
            item -> Optional.ofNullable(item.id()).map(id -> call(id).createdAt(Instant.parse("2026-03-01T12:00:00Z")));

    @Test
    void makesACallOfEachRowThatIsOneAndRejectsTheOthers() {
        CallPage page = new Pager<>(BY_ID, true)
                .map(given("{\"id\":\"a\"}", "7", "{\"no\":1}", "{\"id\":\"b\"}"))
                .page(Optional.of(new Cursor("next")));

        assertThat(page.calls()).extracting(Call::id).containsExactly("a", "b");
        assertThat(page.calls().get(1).rawJson()).contains("{\"id\":\"b\"}");
        assertThat(page.calls().get(1).as(Item.class)).contains(new Item("b"));
        assertThat(page.rejected())
                .containsExactly(new RejectedRow(1, "not an object", "7"), new RejectedRow(2, "no id", "{\"no\":1}"));
        assertThat(page.next()).contains(new Cursor("next"));
        assertThat(page.drifted()).isFalse();
        assertThat(page.anchorLost()).isFalse();
        assertThat(page.total()).isEmpty();
    }

    @Test
    void keepsNoJsonWhereNoneIsWanted() {
        CallPage page = new Pager<>(BY_ID, false).map(given("{\"id\":\"a\"}")).page(Optional.empty());

        assertThat(page.calls().get(0).rawJson()).isEmpty();
    }

    @Test
    void notesTheFieldsThatCouldNotBeRead() {
        CallPage page = new Pager<>(BY_ID, true)
                .map(given("{\"id\":[1,2]}", "{\"id\":\"a\"}"))
                .page(Optional.empty());

        assertThat(page.rejected()).hasSize(1);
        assertThat(page.calls().get(0).problems()).isEmpty();
    }

    @Test
    void joinsAPageToTheOneBeforeByItsRowsTheRejectedOnesToo() {
        Pager<Item> pager = new Pager<>(BY_ID, true);
        RowPlace first = RowPlace.of("test", Cursor.FIRST);
        CallPage top = pager.map(given("{\"id\":\"a\"}", "{\"id\":\"b\"}", "7"))
                .page(first, RowsGiven.asAsked(first.window(3), OptionalLong.of(5)));
        RowPlace second = RowPlace.of("test", top.next().orElseThrow());

        CallPage rest = pager.map(given("7", "8", "{\"id\":\"c\"}"))
                .page(second, RowsGiven.asAsked(second.window(4), OptionalLong.of(5)));

        assertThat(second.row()).isEqualTo(2);
        assertThat(top.total()).hasValue(5);
        assertThat(rest.calls()).extracting(Call::id).containsExactly("c");
        assertThat(rest.rejected()).extracting(RejectedRow::index).containsExactly(1);
        assertThat(rest.drifted()).isFalse();
        assertThat(RowPlace.of("test", rest.next().orElseThrow()).row()).isEqualTo(4);
    }

    private ApiResponse<ItemPage> given(String... rows) {
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
