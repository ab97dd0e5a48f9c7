package dev.callist.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.internal.text.InstantReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents whose texts hold what is not a character; in the tests, each character of a document is one byte. */
class TextRepairTest {
    private static final DocumentReader READER = new DocumentReader(
            InstantReader.ISO, TimeUnit.SECONDS, new JsonLimits(100, 10_000), Void.class, new SimpleModule());

    record Named(
            @Nullable String name,
            @Nullable String other,
            @Nullable List<String> tags) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a\u00ffb | a\ufffdb
            \u00ff | \ufffd
            M\u00fcller | M\ufffdller
            a\u00e4\u00b8 | a\ufffd
            \u00c0\u00af | \ufffd\ufffd
            \u00c0\u0080 | \ufffd\ufffd
            \u00e0\u0080\u00af | \ufffd\ufffd\ufffd
            \u00f5\u0080\u0080\u0080 | \ufffd\ufffd\ufffd\ufffd
            \u00f4\u0090\u0080\u0080 | \ufffd\ufffd\ufffd\ufffd
            \u00ed\u00a0\u00bd | \ufffd\ufffd\ufffd
            \u00f0\u009f\u0098x | \ufffdx
            \u00f0\u009f\u0098\u0080 | \ud83d\ude00
            \u00c3\u00bc | \u00fc
            """)
    void replacesBytesThatAreNotUtf8(String text, String read) throws IOException {
        assertThat(read("{\"name\":\"" + text + "\",\"other\":\"o\"}")).isEqualTo(new Named(read, "o", null));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 10, 13, 27, 31})
    void replacesControlCharacters(int character) throws IOException {
        assertThat(read("{\"name\":\"a" + (char) character + "b\",\"other\":\"o\"}"))
                .isEqualTo(new Named("a\ufffdb", "o", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\ud83d | \ufffd
            a\\ud83d. | a\ufffd.
            \\ude00\\ud83d | \ufffd\ufffd
            \\ud83d\\ud83d\\ude00 | \ufffd\ud83d\ude00
            \\ud83dx | \ufffdx
            \\ud83d\\ude00 | \ud83d\ude00
            \\uD83D\\uDE00 | \ud83d\ude00
            \\u00e9 | \u00e9
            \\x41 | \ufffdx41
            \\u12 | \ufffdu12
            it\\s | it\ufffds
            """)
    void replacesEscapesThatAreNotCharacters(String text, String read) throws IOException {
        assertThat(read("{\"name\":\"" + text + "\",\"other\":\"o\"}")).isEqualTo(new Named(read, "o", null));
    }

    @Test
    void keepsAReplacementCharacterThatTheServerSent() throws IOException {
        assertThat(read(new String("{\"name\":\"a\ufffdb\"}".getBytes(UTF_8), ISO_8859_1))
                        .name())
                .isEqualTo("a\ufffdb");
    }

    @Test
    void readsListsAndUnknownFieldsWithBrokenTexts() throws IOException {
        assertThat(
                        read(
                                "{\"unknown\":[\"\u00ff\",{\"\u00ff\":1,\"\u00fe\":2}],\"tags\":[\"\u00ff\",\"b\"],\"tag\u00ff\":\"\t\"}"))
                .isEqualTo(new Named(null, null, List.of("\ufffd", "b")));
    }

    @Test
    void readsUtf16WithAndWithoutAMark() throws IOException {
        String json = "{\"name\":\"M\u00fcller \ud83d\ude00\"}";
        for (byte[] body : List.of(
                json.getBytes(UTF_16),
                ("\ufeff" + json).getBytes(UTF_16LE),
                json.getBytes(UTF_16BE),
                json.getBytes(UTF_16LE))) {
            assertThat(read(body).name()).isEqualTo("M\u00fcller \ud83d\ude00");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\u00ff}",
                "{\u00ff\"name\":\"a\"}",
                "{\"name\":\"a\t\" \"other\":1}",
                "{\"name\":\"a\t\",\"name\":\"b\"}",
                "{\"name\":\"\u00ff\"}}",
                "{\"name\":nul}"
            })
    void refusesWhatIsNotJsonOutsideItsTexts(String json) {
        assertThatIOException().isThrownBy(() -> read(json));
    }

    @Test
    void recognizesABrokenDocumentThatIsCutOff() {
        assertThatIOException()
                .isThrownBy(() -> read("{\"name\":\"a\tb\",\"other\":\"c"))
                .isInstanceOf(JsonEOFException.class);
    }

    @Test
    void doesNotRepairWhatIsNotTextAtAll() {
        byte[] body = new byte[4 << 20];
        body[0] = '{';
        body[1] = '"';

        assertThat(TextRepair.of(BodyBytes.of(body))).isEmpty();
    }

    private static Named read(String bytes) throws IOException {
        return read(bytes.getBytes(ISO_8859_1));
    }

    private static Named read(byte[] body) throws IOException {
        return READER.read(BodyBytes.of(body), READER.typeOf(Named.class));
    }
}
