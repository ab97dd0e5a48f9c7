package dev.callist.plivodialer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.testkit.Fault;
import dev.callist.testkit.PlivoDialerSandbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page, limit, total and next link that a response reports, right and wrong. */
class PlivoDialerPagesTest {
    private final MockWebServer server = new MockWebServer();
    private PlivoDialerCalls dialer;

    @BeforeEach
    void start() throws IOException {
        server.start();
        dialer = PlivoDialerCalls.create(PlivoDialerConfig.builder()
                .accessToken("k")
                .baseUrl(server.url("/api/v1/").uri())
                .build());
    }

    @AfterEach
    void stop() {
        dialer.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'calls':[]}",
                "{'calls':[],'meta':null}",
                "{'calls':[],'meta':''}",
                "{'calls':[],'meta':{}}",
                "{'calls':[],'meta':{'page':1,'limit':10,'total':0}}",
                "{'calls':[],'meta':{'next':7}}",
                "{'calls':[],'meta':{'next':true}}",
                "{'calls':[],'meta':{'next':{}}}",
                "{'calls':[],'meta':{'next':[]}}",
                "{'calls':[],'meta':{'next':null,'page':0}}",
                "{'calls':[],'meta':{'next':null,'limit':0}}",
                "{'calls':[],'meta':{'next':null,'limit':99999999999}}",
                "{'calls':{},'meta':{'next':null}}",
                "{'meta':{'next':null}}"
            })
    void refusesAResponseThatIsNotAPage(String json) {
        enqueue(json);

        CallListException e =
                catchThrowableOfType(CallListException.class, () -> dialer.fetch(CallQuery.all(), Cursor.FIRST));

        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "' '"})
    void endsIfNoPageFollows(String next) {
        enqueue("{'calls':[{'id':1}],'meta':{'page':1,'limit':10,'total':'-4','next':" + next + "}}");

        CallPage page = dialer.fetch(CallQuery.all(), Cursor.FIRST);

        assertThat(page.calls()).hasSize(1);
        assertThat(page.next()).isEmpty();
        assertThat(page.total()).isEmpty();
    }

    @Test
    void neverFollowsTheLinkAndTrustsTheServersLimit() throws Exception {
        enqueue(page(1, 25, 0, "'https://elsewhere.example.com/steal?page=2'"));
        enqueue(page(2, 25, 25, "null"));
        CallQuery query = CallQuery.builder().pageSize(1000).build();

        CallPage first = dialer.fetch(query, Cursor.FIRST);
        CallPage second = dialer.fetch(query, first.next().orElseThrow());

        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/calls/?page=1&limit=1000");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/api/v1/calls/?page=2&limit=25");
        assertThat(first.calls()).hasSize(25);
        assertThat(second.calls()).hasSize(25);
        assertThat(second.firstRow()).hasValue(25);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void trustsThePageNumberInTheResponse() throws Exception {
        enqueue(page(1, 10, 0, "'/api/v1/calls/?page=2'"));
        enqueue(page(1, 10, 0, "'/api/v1/calls/?page=2'"));
        CallQuery query = CallQuery.builder().pageSize(10).build();

        CallPage second =
                dialer.fetch(query, dialer.fetch(query, Cursor.FIRST).next().orElseThrow());

        assertThat(second.firstRow()).hasValue(0);
        assertThat(second.calls()).hasSize(10);
        assertThat(second.next()).isPresent();
    }

    @Test
    void doesNotLoopIfTheLastPageSaysThatMoreFollow() {
        try (PlivoDialerSandbox sandbox = PlivoDialerSandbox.start(25);
                PlivoDialerCalls list = PlivoDialerCalls.create(PlivoDialerConfig.builder()
                        .accessToken(PlivoDialerSandbox.ACCESS_TOKEN)
                        .baseUrl(sandbox.url())
                        .build())) {
            sandbox.always(
                    Fault.rewritten(text -> text.replace("\"next\":null", "\"next\":\"/api/v1/calls/?page=1\"")));
            List<String> ids = new ArrayList<>();
            CallListException e = catchThrowableOfType(
                    CallListException.class,
                    () -> list.list(CallQuery.builder().pageSize(10).build()).forEach(call -> ids.add(call.id())));

            assertThat(ids).hasSize(25).doesNotHaveDuplicates();
            assertThat(e.kind()).isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(sandbox.requestCount()).isLessThan(200);
        }
    }

    @Test
    void rejectsRowsWithoutAnIdOnceAlthoughPagesOverlap() {
        enqueue("{'calls':[{'id':1,'started_at':1747839084},null],'meta':{'page':1,'limit':2,'next':'x'}}");
        enqueue("{'calls':[{'id':1,'started_at':1747839084},null,{'id':2},'x'],"
                + "'meta':{'page':1,'limit':3,'next':null}}");

        CallIterator walk = dialer.list(CallQuery.builder().pageSize(2).build()).iterator();

        assertThat(walk).toIterable().extracting(Call::id).containsExactly("1", "2");
        assertThat(walk.report().rejected()).isEqualTo(2);
    }

    /** A page of calls that started one second apart. */
    private static String page(int number, int limit, int firstId, String next) {
        String rows = IntStream.range(firstId, firstId + limit)
                .mapToObj(id -> "{'id':" + (id + 1) + ",'started_at':" + (1747839084 - id) + "}")
                .collect(Collectors.joining(","));
        return "{'calls':[" + rows + "],'meta':{'page':" + number + ",'limit':" + limit + ",'total':48,'next':" + next
                + "}}";
    }

    private void enqueue(String json) {
        server.enqueue(new MockResponse.Builder().body(json.replace('\'', '"')).build());
    }
}
