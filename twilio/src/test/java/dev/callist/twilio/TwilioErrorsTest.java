package dev.callist.twilio;

import static dev.callist.twilio.FakeTwilio.PATH;
import static dev.callist.twilio.FakeTwilio.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio's errors by kind. */
class TwilioErrorsTest {
    private final FakeTwilio server = new FakeTwilio();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"code\":20001,\"message\":\"m\",\"more_info\":\"i\",\"status\":400} | INVALID_REQUEST | 20001",
                "401 | {\"code\":20003,\"message\":\"m\",\"more_info\":\"i\",\"status\":401} | AUTHENTICATION | 20003",
                "403 | {\"code\":20005,\"message\":\"m\",\"more_info\":\"i\",\"status\":403} | PERMISSION | 20005",
                "404 | {\"code\":20404,\"message\":\"m\",\"more_info\":\"i\",\"status\":404} | NOT_FOUND | 20404",
                "429 | {\"code\":20429,\"message\":\"m\",\"more_info\":\"i\",\"status\":429} | RATE_LIMITED | 20429",
                "500 | {\"code\":20500,\"message\":\"m\",\"more_info\":\"i\",\"status\":500} | SERVER_ERROR | 20500",
                "503 | {\"code\":20503,\"message\":\"m\",\"more_info\":\"i\",\"status\":503} | SERVER_ERROR | 20503"
            })
    void reportsTheStatusAndTheCode(int status, String body, Kind kind, String code) {
        CallListException failure = server.answers(status, body).failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.failure().status()).hasValue(status);
        assertThat(failure.failure().providerCode()).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Not Found", "", "{\"errors\":[\"gone\"]}", "<html></html>", "{\"code\":{}}"})
    void reportsNotFoundByStatusWithAnyBody(String body) {
        CallListException failure = server.answers(404, body).failure();

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.failure().providerCode()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400, 21481", "404, 20404", "410, 20404", "422, 21481"})
    void reportsThatATokenHasExpired(int status, int code) {
        server.page(row("c1", ""), "\"" + PATH + "?Page=1&PageToken=PA1\"").answers(status, "{\"code\":" + code + "}");

        try (CallIterator walk = server.calls().list(CallQuery.all()).iterator()) {
            assertThat(walk.next().id()).isEqualTo("c1");
            CallListException failure = catchThrowableOfType(CallListException.class, walk::hasNext);
            assertThat(failure.kind()).isEqualTo(Kind.CURSOR_EXPIRED);
            assertThat(failure.failure().page()).isEqualTo(2);
            assertThat(failure.failure().providerCode()).contains(Integer.toString(code));
        }
    }

    @Test
    void reportsThatACallDoesNotExist() {
        CallListException failure = catchThrowableOfType(
                CallListException.class,
                () -> server.answers(404, "Not Found").calls().find("c1"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next_page_uri\":null}",
                "{\"calls\":{},\"next_page_uri\":null}",
                "{\"calls\":[],\"calls\":[]}",
                "{\"calls\":[]} {}",
                "{\"code\":20003,\"message\":\"m\",\"status\":401}"
            })
    void takesNothingElseForAPage(String body) {
        assertThat(server.answers(200, body).failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void rejectsARecordWithoutASid() {
        CallListException failure = catchThrowableOfType(
                CallListException.class,
                () -> server.answers(200, "{\"status\":\"busy\"}").calls().find("c1"));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }
}
