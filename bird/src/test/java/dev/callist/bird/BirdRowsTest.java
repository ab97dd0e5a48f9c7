package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import dev.callist.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirdRowsTest extends BirdOverHttp {
    private static final String MIXED = """
            {"results":[{"id":"c1"},null,"text",42,{"status":"busy"},{"id":"  "},["x"],{"id":"c2"}]}""";

    @Test
    void reportsRejectedRowsAndHandsOverTheOthers() {
        List<String> events = new ArrayList<>();
        ListingListener listener = new ListingListener() {
            @Override
            public void rowRejected(String provider, int page, RejectedRow row) {
                events.add(provider + " " + page + " " + row.index() + " " + row.reason() + " " + row.rawJson());
            }
        };
        answer(200, MIXED);

        try (BirdCalls bird = BirdCalls.create(
                config().options(ClientOptions.builder().listener(listener).build())
                        .build())) {
            CallIterator walk = bird.list(CallQuery.all()).iterator();
            List<String> ids = new ArrayList<>();
            walk.forEachRemaining(call -> ids.add(call.id()));

            assertThat(ids).containsExactly("c1", "c2");
            assertThat(walk.report().rejected()).isEqualTo(6);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
        }
        assertThat(events)
                .containsExactly(
                        "bird 1 1 not an object null",
                        "bird 1 2 not an object \"text\"",
                        "bird 1 3 not an object 42",
                        "bird 1 4 no id {\"status\":\"busy\"}",
                        "bird 1 5 no id {\"id\":\"  \"}",
                        "bird 1 6 not an object [\"x\"]");
    }

    @Test
    void handsOverDifferentCallsThatShareAnId() {
        assertThat(list("{\"id\":\"c1\",\"channelId\":\"ch1\"},{\"id\":\"c1\",\"channelId\":\"ch2\"},"
                        + "{\"id\":\"c1\",\"channelId\":\"ch1\"}"))
                .extracting(call -> call.channel().orElseThrow())
                .containsExactly("ch1", "ch2");
    }

    @Test
    void failsOnSuchARowWhenItIsStrict() {
        answer(200, MIXED);

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            CallListException e =
                    failure(() -> bird.list(CallQuery.all()).strict().forEach(call -> {}));
            assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
            assertThat(e.failure().detail()).contains("row 1 was rejected: not an object");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"nextPageToken\":null", ",\"nextPageToken\":\"\"", ",\"nextPageToken\":\"  \""})
    void endsWithoutAToken(String token) {
        answer(200, "{\"results\":[{\"id\":\"c1\"}]" + token + "}");

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            assertThat(bird.list(CallQuery.all())).extracting(Call::id).containsExactly("c1");
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "{}", "[\"t\"]"})
    void refusesATokenThatIsNotText(String token) {
        answer(200, "{\"results\":[{\"id\":\"c1\"}],\"nextPageToken\":" + token + "}");

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            assertThat(failure(() -> bird.list(CallQuery.all()).forEach(call -> {}))
                            .kind())
                    .isEqualTo(Kind.BAD_RESPONSE);
        }
    }

    @Test
    void findsACall() throws InterruptedException {
        answer(200, "{\"id\":\"c1\",\"status\":\"busy\",\"duration\":\"x\"}");

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            Call call = bird.find("c1");
            assertThat(call.providerStatus()).contains("busy");
            assertThat(call.problems()).containsExactly("duration");
            assertThat(call.rawJson()).contains("{\"id\":\"c1\",\"status\":\"busy\",\"duration\":\"x\"}");
        }
        assertThat(target()).isEqualTo(CHANNEL_PATH + "/c1");
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "422, INVALID_REQUEST", "401, AUTHENTICATION", "403, PERMISSION"})
    void saysWhyItFindsNone(int status, Kind kind) {
        answer(status, "{\"code\":\"NotFound\"}");

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            CallListException e = failure(() -> bird.find("c1"));
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.failure().providerCode()).contains("NotFound");
            assertThat(e.failure().page()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"code\":\"x\"}", "[]", "null", "{\"id\":\"c1\"} {}"})
    void refusesAnythingElseThanACall(String body) {
        answer(200, body);

        try (BirdCalls bird = BirdCalls.create(config().build())) {
            assertThat(failure(() -> bird.find("c1")).kind()).isEqualTo(Kind.BAD_RESPONSE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a?b", "a%2fb", "a\r\nb", "caf\u00e9"})
    void findsNothingByAnOddId(String id) {
        try (BirdCalls bird = BirdCalls.create(config().build())) {
            assertThat(failure(() -> bird.find(id)).kind()).isEqualTo(Kind.INVALID_CONFIG);
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void findsACallWithoutAChannelInTheListOfTheWorkspace() throws InterruptedException {
        answer(200, "{\"results\":[{\"id\":\"C1\",\"status\":\"busy\"},{\"id\":\"c2\"}]}");

        try (BirdCalls bird = BirdCalls.create(workspace())) {
            assertThat(bird.find("c1").providerStatus()).contains("busy");
        }
        assertThat(target()).isEqualTo("/workspaces/ws1/channels/calls?limit=1000&id=c1");
    }

    @Test
    void findsNothingInAWorkspaceWithoutTheCall() {
        answer(200, "{\"results\":[{\"id\":\"c2\"}]}");

        try (BirdCalls bird = BirdCalls.create(workspace())) {
            assertThat(failure(() -> bird.find("c1")).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    private BirdConfig workspace() {
        return config().channelId(Optional.empty()).build();
    }
}
