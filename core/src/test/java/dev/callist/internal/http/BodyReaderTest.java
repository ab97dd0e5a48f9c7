package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.internal.json.BodyBytes;
import dev.callist.provider.OverHttp;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest extends OverHttp {
    @ParameterizedTest
    @ValueSource(longs = {-1, 5})
    void readsABodyThatJustFits(long length) throws IOException {
        assertThat(BodyReader.readWhole(body("12345", length), 5, new BodyBytes.SpareArrays())
                        .map(BodyReaderTest::text))
                .contains("12345");
    }

    @Test
    void usesAReleasedArrayForTheNextBodyAndNoOther() throws IOException {
        BodyBytes.SpareArrays spare = new BodyBytes.SpareArrays();
        BodyBytes first = BodyReader.readWhole(body("12345678", 8), 100, spare).orElseThrow();
        BodyBytes beside = BodyReader.readWhole(body("abc", 3), 100, spare).orElseThrow();
        first.release();
        first.release();
        BodyBytes second = BodyReader.readWhole(body("xyz", 3), 100, spare).orElseThrow();

        assertThat(second.bytes()).isSameAs(first.bytes()).isNotSameAs(beside.bytes());
        assertThat(text(second)).isEqualTo("xyz");
        assertThat(text(beside)).isEqualTo("abc");
        first.release();
        assertThat(BodyReader.readWhole(body("123", 3), 100, spare)
                        .orElseThrow()
                        .bytes())
                .isNotSameAs(second.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void readsABodyOfAnyLengthThatIsNotDeclared(int length) throws IOException {
        String text = "x".repeat(length);

        assertThat(BodyReader.readWhole(body(text, -1), 1 << 20, new BodyBytes.SpareArrays())
                        .map(BodyReaderTest::text))
                .contains(text);
    }

    @Test
    void stopsAtTheLimitOfABodyWithoutALength() throws IOException {
        Buffer much = new Buffer().writeUtf8("x".repeat(1 << 20));

        assertThat(BodyReader.readWhole(ResponseBody.create(much, null, -1), 5, new BodyBytes.SpareArrays()))
                .isEmpty();
        assertThat(much.size()).isGreaterThan((1 << 20) - 20_000);
    }

    @Test
    void refusesABodyUnreadIfItsLengthIsTooLarge() throws IOException {
        Buffer much = new Buffer().writeUtf8("123456");

        assertThat(BodyReader.readWhole(ResponseBody.create(much, null, 6), 5, new BodyBytes.SpareArrays()))
                .isEmpty();
        assertThat(much.size()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "123, 123", "12345, 12345", "1234567, 12345"})
    void readsTheStartOfABody(String text, String start) throws IOException {
        assertThat(new String(BodyReader.readUpTo(body(text, -1), 5), StandardCharsets.UTF_8))
                .isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1, ISO-8859-1",
        "ISO-8859-15, ISO-8859-15",
        "windows-1252, windows-1252",
        "utf-16, UTF-16",
        "utf-16le, UTF-16LE",
        "utf-8, UTF-8",
        "us-ascii, UTF-8",
        "no-such-charset, UTF-8"
    })
    void transcodesWhatTheAnswerDeclares(String declared, Charset sent) throws IOException {
        BodyBytes body = BodyBytes.of("{\"a\":\"\u00e9\"}".getBytes(sent));

        assertThat(text(BodyReader.toUtf8(body, type("application/json; charset=" + declared))))
                .isEqualTo("{\"a\":\"\u00e9\"}");
    }

    @Test
    void takesAByteOrderMarkOff() throws IOException {
        BodyBytes marked = BodyBytes.of("\ufeff{}".getBytes(StandardCharsets.UTF_8));
        BodyBytes half = BodyBytes.of(new byte[] {(byte) 0xEF, (byte) 0xBB});

        assertThat(text(BodyReader.toUtf8(marked, Optional.empty()))).isEqualTo("{}");
        assertThat(text(BodyReader.toUtf8(marked, type("application/json; charset=utf-8"))))
                .isEqualTo("{}");
        assertThat(BodyReader.toUtf8(half, Optional.empty()).length()).isEqualTo(2);
    }

    @Test
    void refusesBytesThatAreNotInTheDeclaredCharacterSet() {
        BodyBytes odd = BodyBytes.of(new byte[] {0x41, 0x42, 0x43});

        assertThatThrownBy(() -> BodyReader.toUtf8(odd, type("text/plain; charset=utf-16be")))
                .isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void readsALatin1AnswerOverHttp() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json; charset=iso-8859-1")
                .body(new Buffer().writeString("{\"results\":[{\"id\":\"Jos\u00e9\"}]}", StandardCharsets.ISO_8859_1))
                .build());

        assertThat(ids(page(options().build()))).contains("[Item[id=Jos\u00e9]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
    void replacesTheLettersOfALatin1AnswerThatDoesNotSaySo(String type) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body(new Buffer().writeString("{\"results\":[{\"id\":\"Jos\u00e9\"}]}", StandardCharsets.ISO_8859_1))
                .build());

        assertThat(ids(page(options().build()))).contains("[Item[id=Jos\ufffd]]");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAnAnswerThatIsTooLong(boolean chunked) {
        String rows = "{\"results\":[" + " ".repeat(1000) + "]}";
        MockResponse.Builder response = new MockResponse.Builder();
        server.enqueue((chunked ? response.chunkedBody(rows, 100) : response.body(rows)).build());

        CallListException e = failure(options().maxBodyBytes(1000).build());

        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void stopsInflatingAtTheLimit() throws IOException {
        server.enqueue(gzipped(200, 64 << 20));

        assertThat(failure(options().maxBodyBytes(1 << 20).build()).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void readsNoMoreOfAnErrorThanItMay() throws IOException {
        server.enqueue(gzipped(422, 64 << 20));

        assertThat(failure(options().build()).kind()).isEqualTo(Kind.INVALID_REQUEST);
    }

    @Test
    void readsAGzippedPage() throws IOException {
        server.enqueue(gzipped(200, 0));

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @Test
    void triesAgainWhenTheGzipIsCutOrNone() {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .body("not gzip at all")
                .build());
        answerRows();

        assertThat(page(options().build()).retries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "deflate"})
    void refusesAnEncodingThatWasNotAskedFor(String encoding) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", encoding)
                .body(NO_ROWS)
                .build());

        CallListException e = failure(options().build());

        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(e.failure().detail()).contains("the response has an encoding that was not requested");
    }

    private static MockResponse gzipped(int status, int padding) throws IOException {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8("{\"results\":[");
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int written = 0; written < padding; written += blanks.length) {
                sink.write(blanks);
            }
            sink.writeUtf8("]}");
        }
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build();
    }

    private static ResponseBody body(String text, long length) {
        return ResponseBody.create(new Buffer().writeUtf8(text), null, length);
    }

    private static Optional<MediaType> type(String type) {
        return Optional.of(MediaType.get(type));
    }

    private static String text(BodyBytes body) {
        return new String(body.bytes(), 0, body.length(), StandardCharsets.UTF_8);
    }
}
