package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.internal.json.UniqueKeyContext;
import dev.callist.provider.OverHttp;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecoderTest extends OverHttp {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            null                                    | the response is not a JSON object
            []                                      | the response is not a JSON object
            [{"results":[]}]                        | the response is not a JSON object
            "text"                                  | the response is not a JSON object
            42                                      | the response is not a JSON object
            true                                    | the response is not a JSON object
            {"results":[],"x":nul}                  | the response is not valid JSON
            {}                                      | the list of calls is missing
            {"error":{"code":"E1"}}                 | the list of calls is missing
            {"Results":[]}                          | the list of calls is missing
            {"data":{"results":[]}}                 | the list of calls is missing
            {"results":{}}                          | the list of calls is not a JSON list
            {"results":{"id":"a"}}                  | the list of calls is not a JSON list
            {"results":"text"}                      | the list of calls is not a JSON list
            {"results":""}                          | the list of calls is not a JSON list
            {"results":0}                           | the list of calls is not a JSON list
            {"results":[]} {"results":[]}           | the response continues after the JSON document
            {"results":[]}null                      | the response continues after the JSON document
            {"results":[]} done                     | the response is not valid JSON
            {"results":[],"results":[]}             | the response has a duplicate key in the JSON
            {"results":[{"id":"a","id":"b"}]}       | the response has a duplicate key in the JSON
            {"results":[{"x":{"y":1,"y":2}}]}       | the response has a duplicate key in the JSON
            {"results":[],"next":5}                 | the next page's token or link is not text
            {"results":[],"next":{}}                | the next page's token or link is not text
            {"results":[],"next":["t"]}             | the next page's token or link is not text
            {"results":[],"next":"a\\ud83d"}        | the next page's token or link cannot be sent
            {"results":[],"next":true}              | the next page's token or link is not text
            {"results":[{"id":NaN}]}                | the response is not valid JSON
            {"results":[{"id":'a'}]}                | the response is not valid JSON
            {"results":[],}                         | the response is not valid JSON
            {results:[]}                            | the response is not valid JSON
            /* c */{"results":[]}                   | the response is not valid JSON
            )]}',{"results":[]}                     | the response is not valid JSON
            <!doctype html><title>Log in</title>    | the response is HTML or XML instead of JSON
            Bad Gateway                             | the response is not valid JSON
            """)
    void refusesWhatIsNotTheDocumentedEnvelope(String body, String detail) {
        CallListException e = failure(body, options().build());

        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(e.failure().detail()).contains(detail);
        assertThat(e.failure().status()).hasValue(200);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \r\n\t ",
                "-",
                "{\"results\":[",
                "{\"results\":[]",
                "{\"results\":[{\"id\":\"a",
                "{\"results\":[{\"id\":\"a\"},",
                "{\"results\":[{\"id\":nul",
                "{\"results\":[{\"id\":\"a\",\"x\":[fals",
                "{\"results\":[{\"id\":\"a\",\"x\":-12."
            })
    void triesAgainWhenTheAnswerIsEmptyOrCut(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        answerRows();

        assertThat(page(options().build()).retries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void refusesAStatusThatHasNoBody(int status) {
        answer(status);

        assertThat(failure(options().build()).kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "text/html", "no type at all"})
    void doesNotMindTheContentTypeOfARightAnswer(String type) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body(" " + NO_ROWS + "\n")
                .build());

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 1001, 100_000})
    void refusesDepthEvenInAnUnknownField(int depth) {
        String deep = "[".repeat(depth - 1) + "]".repeat(depth - 1);

        CallListException e =
                failure("{\"results\":[],\"other\":" + deep + "}", options().build());

        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(e.failure().detail().orElseThrow()).contains("JSON limit");
    }

    @Test
    void readsTheDeepestThatIsAllowed() {
        String deep = "[".repeat(63) + "]".repeat(63);
        server.enqueue(new MockResponse.Builder()
                .body("{\"results\":[],\"other\":" + deep + "}")
                .build());

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @Test
    void refusesAnObjectOfTooManyFieldsWhereverItStands() {
        String most = fields(UniqueKeyContext.MOST);
        String more = fields(UniqueKeyContext.MOST + 1);
        for (String shape : new String[] {"{\"results\":[%s]}", "{\"results\":[],\"other\":[[%s]]}"}) {
            server.enqueue(
                    new MockResponse.Builder().body(String.format(shape, most)).build());
            assertThat(ids(page(options().build()))).isPresent();

            CallListException e = failure(String.format(shape, more), options().build());
            assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
            assertThat(e.failure().detail().orElseThrow()).contains("JSON limit");
        }
    }

    private static String fields(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\":0").collect(Collectors.joining(",", "{", "}"));
    }

    @Test
    void refusesLongNumbersNamesAndTexts() {
        for (String row : new String[] {
            "{\"id\":" + "9".repeat(1001) + "}",
            "{\"" + "n".repeat(60_000) + "\":1}",
            "{\"id\":\"" + "t".repeat((1 << 20) + 1) + "\"}"
        }) {
            CallListException e =
                    failure("{\"results\":[" + row + "]}", options().build());
            assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
            assertThat(e.failure().detail().orElseThrow()).contains("JSON limit");
        }
    }

    @Test
    void refusesMoreTokensThanAllowed() {
        CallListException e = failure(
                "{\"results\":[" + "1,".repeat(500) + "1]}",
                options().maxJsonTokens(400).build());

        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e.failure().detail()).contains("the response exceeds maxJsonTokens");
    }

    @Test
    void refusesMoreRowsThanAllowed() {
        ClientOptions three = options().maxRows(3).build();
        String rows = "{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}";
        server.enqueue(
                new MockResponse.Builder().body("{\"results\":[" + rows + "]}").build());

        assertThat(ids(page(three))).contains("[Item[id=a], Item[id=b], Item[id=c]]");
        CallListException e = failure("{\"results\":[" + rows + ",4]}", three);
        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e.failure().detail()).contains("the page has more rows than maxRows");
    }

    @Test
    void keepsTheBodyOutOfTheMessageAndItsCauses() {
        CallListException e =
                failure("{\"results\":[{\"id\":+447700900123}]}", options().build());

        for (Throwable t = e; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("447700900123");
        }
        assertThat(e).hasMessage("test: BAD_RESPONSE: the response is not valid JSON, status 200, 1 attempt");
    }

    private CallListException failure(String body, ClientOptions options) {
        server.enqueue(new MockResponse.Builder().body(body).build());
        return failure(options);
    }
}
