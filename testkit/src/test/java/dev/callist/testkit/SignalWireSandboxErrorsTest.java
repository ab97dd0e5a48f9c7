package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireSandboxErrorsTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final SignalWireSandbox sandbox = SignalWireSandbox.start(25);
    private final SignalWireBrowser browser = new SignalWireBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer PTsandbox-api-token", "Basic", "PTsandbox-api-token", "Basic Og=="})
    void refusesEverythingButBasic(String authorization) throws Exception {
        Request request = browser.request(SignalWireBrowser.LIST)
                .header("Authorization", authorization)
                .build();

        assertThat(browser.send(request)).satisfies(answer -> isError(answer, 401, 20003));
    }

    @Test
    void refusesAnotherProjectsNameOrTokenBeforeLookingAtThePath() throws Exception {
        for (String pair : new String[] {
            Credentials.basic(UNKNOWN, SignalWireSandbox.API_TOKEN),
            Credentials.basic(SignalWireSandbox.PROJECT_ID, "PTother")
        }) {
            Request request =
                    browser.request("/nowhere").header("Authorization", pair).build();
            isError(browser.send(request), 401, 20003);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/laml",
                "/api/laml" + SignalWireBrowser.LIST,
                "/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID + "/Calls",
                "/api/laml/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID,
                "/api/laml/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID + "/calls",
                "/api/laml/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID + "/Messages",
                SignalWireBrowser.LIST + ".xml",
                SignalWireBrowser.LIST + "/" + UNKNOWN + "/Recordings"
            })
    void answersInPlainTextOutsideTheApi(String path) throws Exception {
        Answer answer = browser.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("Not Found");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/laml/2010-04-01/Accounts/" + UNKNOWN + "/Calls",
                SignalWireBrowser.LIST + "/" + UNKNOWN,
                SignalWireBrowser.LIST + "/17",
                SignalWireBrowser.LIST + "/"
            })
    void findsNeitherAnotherAccountNorAnUnknownCall(String path) throws Exception {
        isError(browser.get(path), 404, 20404);
    }

    @Test
    void getsOneCallWithAndWithoutItsFormat() throws Exception {
        String path = SignalWireBrowser.LIST + "/" + sandbox.id(7);

        assertThat(browser.get(path).json())
                .isEqualTo(SignalWireBrowser.rows(browser.list()).get(7))
                .isEqualTo(browser.get(path + ".json").json());
        isError(browser.get(SignalWireBrowser.LIST + "/" + SandboxCall.at(25).id()), 404, 20404);
    }

    @Test
    void listsWithItsFormatToo() throws Exception {
        assertThat(browser.get(SignalWireBrowser.LIST + ".json").body())
                .isEqualTo(browser.list().body());
    }

    @Test
    void takesGetOnly() throws Exception {
        Request request = browser.request(SignalWireBrowser.LIST)
                .post(RequestBody.create(new byte[0]))
                .build();

        assertThat(browser.send(request)).satisfies(answer -> isError(answer, 405, 20001));
    }

    @ParameterizedTest
    @CsvSource({
        "PageSize, 0",
        "PageSize, 1001",
        "PageSize, ten",
        "PageSize, ''",
        "Page, -1",
        "Status, no_answer",
        "Status, cancelled",
        "Status, initiated",
        "From, ''",
        "StartTime, 2026-03-01",
        "StartTime<, 2026-03-01T12:00:00Z",
        "EndTime>, 'Sun, 01 Mar 2026 12:00:00'",
        "EndTime, 'Mon, 01 Mar 2026 12:00:00 +0000'"
    })
    void refusesWhatIsNotDocumented(String parameter, String value) throws Exception {
        Answer answer = browser.list(parameter, value);

        isError(answer, 422, 10000);
        assertThat(answer.json().get("message").textValue()).startsWith(parameter + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PA", "PA17", "PC" + UNKNOWN, "pa" + UNKNOWN, "PA" + UNKNOWN, "PA1", "x"})
    void refusesATokenThatNamesNoRow(String token) throws Exception {
        isError(browser.list("PageToken", token), 400, 21481);
    }

    @Test
    void refusesATokenAfterTheLastCall() throws Exception {
        isError(browser.list("PageToken", "PA" + SandboxCall.at(25).id()), 400, 21481);
    }

    @Test
    void ignoresNamesOfAnotherCase() throws Exception {
        assertThat(browser.list("status", "busy", "pagesize", "0", "startTime", "never")
                        .body())
                .isEqualTo(browser.list().body());
    }

    @Test
    void neverQuotesWhatItRefuses() throws Exception {
        assertThat(browser.list("From", "x".repeat(300)).body()).doesNotContain("xx");
    }

    @ParameterizedTest
    @CsvSource({"403, 20003", "429, 20429", "500, 20504", "503, 20504", "400, 20001"})
    void sendsItsOwnBodyWithAFault(int status, int code) throws Exception {
        sandbox.always(Fault.status(status));

        isError(browser.list(), status, code);
    }

    @Test
    void putsItsRequestIdOnEveryAnswer() throws Exception {
        assertThat(browser.list().headers().get("X-Request-Id")).hasSize(36);
        assertThat(browser.get("/nowhere").headers().get("X-Request-Id")).hasSize(36);
    }

    @Test
    void hasNoFewerThanNoCalls() {
        assertThatThrownBy(() -> SignalWireSandbox.start(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void isError(Answer answer, int status, int code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().get("code").isInt()).isTrue();
        assertThat(answer.json().get("code").intValue()).isEqualTo(code);
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        assertThat(answer.json().get("message").textValue()).isNotBlank();
        assertThat(answer.json().get("more_info").textValue()).startsWith("https://");
    }
}
