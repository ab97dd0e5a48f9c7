package dev.callist.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCodeReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"InvalidPayload","message":"m"}                    | InvalidPayload
            {"code":20003,"message":"m","status":401}                  | 20003
            {"errors":[{"code":"30010","message":"m"},{"code":"x"}]}   | 30010
            {"error":{"type":"t","code":"E01001"}}                     | E01001
            {"message":"\\"code\\":\\"no\\"","code":"yes"}             | yes
            {"code":{"inner":1},"error":{"code":"later"}}              | later
            {"code":null,"status":400,"errors":[{"code":7}]}           | 7
            [{"code":"inList"}]                                        | inList
            {"code":"cutShort","message":"the rest is mis              | cutShort
            """)
    void findsTheFirstCode(String body, String code) {
        assertThat(code(body)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "42",
                "\"code\"",
                "{}",
                "[]",
                "{\"errors\":[\"text only\"]}",
                "{\"code\":true}",
                "{\"code\":1.5}",
                "{\"Code\":\"x\"}",
                "{\"code\"",
                "{\"message\":\"cut sho",
                "<html><body>code</body></html>",
                "Bad Gateway"
            })
    void findsNoneInAnythingElse(String body) {
        assertThat(code(body)).isEmpty();
    }

    @Test
    void survivesDepthAndBytesThatAreNoText() {
        assertThat(code("[".repeat(60_000))).isEmpty();
        assertThat(ErrorCodeReader.code(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2}))
                .isEmpty();
        assertThat(code("{\"code\":" + "9".repeat(5000) + "}")).isEmpty();
    }

    private static Optional<String> code(String body) {
        return ErrorCodeReader.code(body.getBytes(StandardCharsets.UTF_8));
    }
}
