package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 8 and 9: an object that comes as a list is an absent field; the row and its page arrive whole. */
class ListForObjectTest {
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
    void makesNoCallOfAFieldThatFollowsTheList() {
        String row = "{\"id\":\"b\",\"receiver\":[{}],\"callFlow\":{\"id\":\"flow\"},\"status\":\"completed\"}";
        try (Bench bench = new Bench().json(Bench.page("{\"id\":\"a\"}", row, "{\"id\":\"c\"}"))) {
            CallPage page = bench.fetch();
            assertThat(Bench.ids(page.calls())).containsExactly("a", "b", "c");
            assertThat(page.rejected()).isEmpty();
            assertThat(page.calls().get(1).providerStatus()).contains("completed");
        }
    }

    @Test
    void findsTheIdAfterTheList() {
        try (Bench bench = new Bench().json(Bench.page("{\"receiver\":[{\"number\":{}}],\"id\":\"b\"}"))) {
            assertThat(Bench.ids(bench.fetch().calls())).containsExactly("b");
        }
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
    void readsTheRowAndTheOthersWhateverOneFieldIs(String path) {
        List<String> wrong = new ArrayList<>();
        for (String value : ODD) {
            String row = "{\"id\":\"b\"," + field(path, value) + ",\"endedAt\":\"2026-03-01T00:00:00Z\"}";
            try (Bench bench = new Bench().json(Bench.page("{\"id\":\"a\"}", row, "{\"id\":\"c\"}"))) {
                CallPage page = bench.fetch();
                List<String> ids = Bench.ids(page.calls());
                if (!ids.equals(List.of("a", "b", "c"))
                        || !page.rejected().isEmpty()
                        || page.calls().get(1).endedAt().isEmpty()) {
                    wrong.add(value + " gave " + ids + page.rejected());
                }
            } catch (RuntimeException e) {
                wrong.add(value + " gave " + e);
            }
        }
        assertThat(wrong).isEmpty();
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
