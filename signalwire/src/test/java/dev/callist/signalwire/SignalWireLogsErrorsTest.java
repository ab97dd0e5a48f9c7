package dev.callist.signalwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The voice log's errors by kind. */
class SignalWireLogsErrorsTest {
    private final FakeVoiceLog server = new FakeVoiceLog();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {\"errors\":[{\"type\":\"a\",\"code\":\"unauthorized\",\"message\":\"m\"}]} | AUTHENTICATION | unauthorized",
                "403 | {\"errors\":[{\"code\":\"forbidden\"}]} | PERMISSION | forbidden",
                "404 | {\"errors\":[{\"code\":\"not_found\"}]} | NOT_FOUND | not_found",
                "422 | {\"errors\":[{\"code\":\"invalid_parameter\",\"message\":\"m\",\"attribute\":\"created_after\"}]} | INVALID_REQUEST | invalid_parameter",
                "500 | {\"errors\":[{\"code\":\"internal_error\"}]} | SERVER_ERROR | internal_error"
            })
    void reportsTheStatusAndTheCode(int status, String body, Kind kind, String code) {
        CallListException failure = server.answers(status, body).failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.failure().status()).hasValue(status);
        assertThat(failure.failure().providerCode()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not Found", "", "{\"errors\":[\"gone\"]}", "<html></html>"})
    void reportsThatAnEntryDoesNotExistWithAnyBody(String body) {
        CallListException failure = catchThrowableOfType(
                CallListException.class, () -> server.answers(404, body).calls().find("e1"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"links\":{}}",
                "{\"data\":[]}",
                "{\"links\":null,\"data\":[]}",
                "{\"links\":[],\"data\":[]}",
                "{\"links\":{},\"data\":{}}",
                "{\"links\":{},\"data\":[],\"data\":[]}",
                "{\"links\":{},\"data\":[]} {}",
                "{\"errors\":[{\"code\":\"internal_error\"}]}"
            })
    void takesNothingElseForAPage(String body) {
        assertThat(server.answers(200, body).failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void rejectsAnEntryWithoutAnId() {
        CallListException failure = catchThrowableOfType(
                CallListException.class,
                () -> server.answers(200, "{\"status\":\"busy\"}").calls().find("e1"));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }
}
