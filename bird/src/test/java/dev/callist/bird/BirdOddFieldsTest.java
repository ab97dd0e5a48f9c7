package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A field whose shape is not the documented one is absent or empty; the rest of its row and page is read. */
class BirdOddFieldsTest extends BirdOverHttp {
    private static final List<String> ODD = List.of(
            "null",
            "\"\"",
            "\"x\"",
            "5",
            "1.5",
            "true",
            "{}",
            "[]",
            "[{}]",
            "[null]",
            "[1]",
            "[1,2]",
            "[[]]",
            "[[],[]]",
            "[\"x\"]",
            "{\"x\":{\"y\":[1]}}",
            "[{\"x\":[1]},{\"id\":5}]",
            "1E+1000000000",
            "99999999999999999999");

    @Test
    void readsTheFieldsThatFollowAListInPlaceOfAnObject() {
        CallPage page =
                fetch("{\"id\":\"b\",\"receiver\":[{}],\"callFlow\":{\"id\":\"flow\"},\"status\":\"completed\"}");

        assertThat(page.calls().get(1).providerStatus()).contains("completed");
    }

    @Test
    void findsAnIdThatFollowsAListInPlaceOfAnObject() {
        assertThat(list("{\"receiver\":[{\"number\":{}}],\"id\":\"b\"}"))
                .extracting(Call::id)
                .containsExactly("b");
    }

    @Test
    void readsAnEmptyObjectAsNoCommands() {
        Optional<BirdCall.CallFlow> flow =
                call("\"callFlow\":{\"commands\":{}}").as(BirdCall.class).map(BirdCall::callFlow);

        assertThat(flow.map(BirdCall.CallFlow::commands).stream())
                .allSatisfy(commands -> assertThat(commands).isEmpty());
    }

    @Test
    void readsAnEmptyObjectAsNoTags() {
        assertThat(call("\"tags\":{}").tags()).isEmpty();
        assertThat(call("\"tags\":{}").problems()).isEmpty();
    }

    @Test
    void doesNotReadALeapSecond() {
        assertThat(call("\"createdAt\":\"2016-12-31T23:59:60Z\"").createdAt()).isEmpty();
    }

    @Test
    void namesTheFieldsThatCouldNotBeReadByTheirPaths() {
        String fields = "\"createdAt\":\"yesterday\",\"duration\":\"x\",\"callFlow\":5,"
                + "\"originator\":{\"number\":{\"anonymous\":\"maybe\"}}";

        assertThat(call(fields).problems())
                .containsExactlyInAnyOrder("createdAt", "duration", "callFlow", "originator.number.anonymous");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "originator",
                "receiver",
                "callFlow",
                "notification",
                "qualityInsights",
                "sipInsights",
                "amdResult",
                "tags",
                "duration",
                "from",
                "createdAt",
                "status",
                "hangupCauseCode",
                "originator.number",
                "originator.contact",
                "callFlow.commands",
                "callFlow.commands.conditions",
                "originator.number.anonymous"
            })
    void readsAllRowsDespiteAnOddField(String path) {
        for (String value : ODD) {
            CallPage page = fetch("{\"id\":\"b\"," + field(path, value) + ",\"endedAt\":\"2026-03-01T00:00:00Z\"}");
            assertThat(page.calls().get(1).endedAt()).as(value).isPresent();
        }
    }

    /** Fetches a page with this row in the middle; all rows must arrive. */
    private CallPage fetch(String row) {
        answer(200, "{\"results\":[{\"id\":\"a\"}," + row + ",{\"id\":\"c\"}]}");
        try (BirdCalls bird = BirdCalls.create(config().build())) {
            CallPage page = bird.fetch(CallQuery.all(), Cursor.FIRST);
            assertThat(page.calls()).as(row).extracting(Call::id).containsExactly("a", "b", "c");
            assertThat(page.rejected()).as(row).isEmpty();
            return page;
        }
    }

    private static String field(String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return "\"" + path + "\":" + value;
        }
        String inner = "{" + field(path.substring(dot + 1), value) + "}";
        String name = path.substring(0, dot);
        return "\"" + name + "\":" + (name.equals("commands") ? "[" + inner + "]" : inner);
    }
}
