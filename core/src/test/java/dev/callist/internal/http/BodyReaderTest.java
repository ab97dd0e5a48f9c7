package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.internal.json.BodyBytes;
import dev.callist.provider.OverHttp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mockwebserver3.MockResponse;
import okhttp3.MediaType;
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
        assertThat(BodyReader.readWhole(body("12345"), length, 5, new BodyBytes.SpareArrays())
                        .map(BodyReaderTest::text))
                .contains("12345");
    }

    @Test
    void usesAReleasedArrayForTheNextBodyAndNoOther() throws IOException {
        BodyBytes.SpareArrays spare = new BodyBytes.SpareArrays();
        BodyBytes first = BodyReader.readWhole(body("12345678"), 8, 100, spare).orElseThrow();
        BodyBytes beside = BodyReader.readWhole(body("abc"), 3, 100, spare).orElseThrow();
        first.release();
        first.release();
        BodyBytes second = BodyReader.readWhole(body("xyz"), 3, 100, spare).orElseThrow();

        assertThat(second.bytes()).isSameAs(first.bytes()).isNotSameAs(beside.bytes());
        assertThat(text(second)).isEqualTo("xyz");
        assertThat(text(beside)).isEqualTo("abc");
        first.release();
        assertThat(BodyReader.readWhole(body("123"), 3, 100, spare)
                        .orElseThrow()
                        .bytes())
                .isNotSameAs(second.bytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
    void readsABodyOfAnyLengthThatIsNotDeclared(int length) throws IOException {
        String text = "x".repeat(length);

        assertThat(BodyReader.readWhole(body(text), -1, 1 << 20, new BodyBytes.SpareArrays())
                        .map(BodyReaderTest::text))
                .contains(text);
    }

    @Test
    void stopsAtTheLimitOfABodyWithoutALength() throws IOException {
        Buffer much = new Buffer().writeUtf8("x".repeat(1 << 20));

        assertThat(BodyReader.readWhole(much.inputStream(), -1, 5, new BodyBytes.SpareArrays()))
                .isEmpty();
        assertThat(much.size()).isGreaterThan((1 << 20) - 20_000);
    }

    @Test
    void refusesABodyUnreadIfItsLengthIsTooLarge() throws IOException {
        Buffer much = new Buffer().writeUtf8("123456");

        assertThat(BodyReader.readWhole(much.inputStream(), 6, 5, new BodyBytes.SpareArrays()))
                .isEmpty();
        assertThat(much.size()).isEqualTo(6);
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
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | 0
            ' '                  | 0
            identity             | 0
            identity, identity   | 0
            gzip                 | 1
            x-gzip               | 1
            GZip                 | 1
            identity, gzip       | 1
            gzip,, identity      | 1
            gzip, gzip           | 2
            x-gzip, gzip         | 2
            identity             | 1
            ''                   | 1
            """)
    void readsEveryCodingThatIsGzipOrNone(String codings, int times) throws IOException {
        Buffer body = new Buffer().writeUtf8(NO_ROWS);
        for (int i = 0; i < times; i++) {
            body = zipped(body);
        }
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", codings)
                .body(body)
                .build());

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @Test
    void readsGzipThatNoHeaderDeclares() throws IOException {
        server.enqueue(new MockResponse.Builder()
                .body(zipped(new Buffer().writeUtf8(NO_ROWS)))
                .build());

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @Test
    void readsMembersOneAfterAnother() throws IOException {
        Buffer members = zipped(new Buffer().writeUtf8(NO_ROWS.substring(0, 5)));
        members.writeAll(zipped(new Buffer()));
        members.writeAll(zipped(new Buffer().writeUtf8(NO_ROWS.substring(5))));
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .chunkedBody(members, 7)
                .build());

        assertThat(ids(page(options().build()))).contains("[]");
    }

    @Test
    void limitsTheBytesThatInflateToNothing() {
        Buffer endless = new Buffer().write(new byte[] {0x1f, (byte) 0x8b, 8, 16, 0, 0, 0, 0, 0, 0});
        endless.writeUtf8("x".repeat(2000));
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Encoding", "gzip")
                .chunkedBody(endless, 100)
                .build());

        CallListException e = failure(options().maxBodyBytes(1000).build());

        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static Buffer zipped(Buffer body) throws IOException {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeAll(body);
        }
        return zipped;
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, br", "deflate", "gzip, gzip, gzip, gzip, gzip"})
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

    private static InputStream body(String text) {
        return new Buffer().writeUtf8(text).inputStream();
    }

    private static Optional<MediaType> type(String type) {
        return Optional.of(MediaType.get(type));
    }

    private static String text(BodyBytes body) {
        return new String(body.bytes(), 0, body.length(), StandardCharsets.UTF_8);
    }
}
