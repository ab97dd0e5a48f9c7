package dev.callist.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {
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
        assertThat(ErrorBody.read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1, 2})
                        .code())
                .isEmpty();
        assertThat(code("{\"code\":" + "9".repeat(5000) + "}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"code":"InvalidPayload","details":{".startAt":["range exceeds 7 days"]}}           | startAt
            {"details":{".query.limit":["x"],".endAt":["y"]}}                                   | query.limit, endAt
            {"errors":{"min_duration":["must be less than 5"]}}                                 | min_duration
            {"errors":[{"description":"limit must be at most 100"}],"status":422}               | limit
            {"errors":[{"description":"the parameter 'before' is not a time"}]}                 | before
            {"errors":[{"code":"invalid","attribute":"StartTime","message":"m"}]}               | StartTime
            {"code":21201,"message":"PageSize must be 1 to 1000","status":400}                  | PageSize
            {"message":"Invalid value for StartTime> given"}                                    | StartTime>
            {"error":{"param":"to","message":"no"}}                                             | to
            {"errors":[{"source":{"pointer":"/data/limit"},"detail":"d"}]}                      | limit
            {"message":"Invalid time range to filter: before the limit from status type"}       | ''
            {"message":"startAtSomething 'Zebedee' +351910000001"}                              | ''
            {"details":{"+351910000001":["x"],"":["y"],"db53c357-92e3-4f3d-babe-159573940a50":["z"],"«y»":1}}                     | ''
            {"details":{"address1":["z"]}}                                                      | address1
            {"details":["text"],"errors":"text"}                                                | ''
            startAt is too early                                                                | startAt
            """)
    void namesTheFieldsThatAreComplainedAbout(String body, String fields) {
        List<String> sent =
                List.of("startAt", "limit", "before", "to", "from", "status", "type", "PageSize", "StartTime>");

        assertThat(String.join(", ", read(body).fields(sent))).isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":20429,\"message\":\"m\"}",
                "{\"code\":\"20429\"}",
                "{\"code\":\"TooManyRequests\",\"message\":\"slow\"}",
                "{\"code\":\"rate_limit_exceeded\"}",
                "{\"error\":{\"type\":\"quota\"}}",
                "{\"error\":\"Throttled\"}",
                "{\"errors\":[{\"description\":\"Rate limit reached for this key\"}]}",
                "{\"message\":\"You have exceeded your daily quota of calls to this interface\"}",
                "{\"message\":\"You have reached the maximum number of api requests\"}",
                "Too many requests",
                "<html><h1>You are being rate limited</h1></html>"
            })
    void seesThatThereWereTooManyRequests(String body) {
        assertThat(read(body).saysTooMany()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"code\":204290,\"message\":\"no permission\"}",
                "{\"message\":\"You have no permission to change the quota of this workspace\"}",
                "{\"message\":\"Invalid time range to filter\"}",
                "Forbidden"
            })
    void seesNoThrottlingInOtherErrors(String body) {
        assertThat(read(body).saysTooMany()).isFalse();
    }

    private static Optional<String> code(String body) {
        return read(body).code();
    }

    private static ErrorBody read(String body) {
        return ErrorBody.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
