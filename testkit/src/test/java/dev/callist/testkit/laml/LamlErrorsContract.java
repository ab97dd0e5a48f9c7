package dev.callist.testkit.laml;

import static dev.callist.testkit.laml.FakeLamlList.row;
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

/** The errors of a list by kind. */
public abstract class LamlErrorsContract {
    private final FakeLamlList<?> server;

    protected LamlErrorsContract(FakeLamlList<?> server) {
        this.server = server;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Expects the kind and the provider's code of an error. */
    protected final void expectError(int status, String body, Kind kind, String code) {
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
        server.page(row("c1", ""), "\"" + server.path() + "?Page=1&PageToken=PA1\"")
                .answers(status, "{\"code\":" + code + "}");

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
                CallListException.class, () -> server.answers(404, "Not Found").find("c1"));

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
        CallListException failure =
                catchThrowableOfType(CallListException.class, () -> server.answers(200, "{\"status\":\"busy\"}")
                        .find("c1"));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_RESPONSE);
    }
}
