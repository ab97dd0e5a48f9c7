package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirdSandboxErrorsTest {
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final BirdSandbox sandbox = BirdSandbox.start(25);
    private final BirdBrowser browser = new BirdBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKey ", "Bearer "})
    void acceptsTheKey(String scheme) throws Exception {
        Request request = browser.request(BirdBrowser.LIST)
                .header("Authorization", scheme + BirdSandbox.ACCESS_KEY)
                .build();

        assertThat(browser.send(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessKey wrong", "Basic sandbox-access-key", "sandbox-access-key", "AccessKey"})
    void refusesEverythingElse(String authorization) throws Exception {
        Request request = browser.request(BirdBrowser.LIST)
                .header("Authorization", authorization)
                .build();

        assertThat(browser.send(request)).satisfies(answer -> isError(answer, 401, "Unauthorized"));
    }

    @Test
    void refusesARequestWithoutAKeyBeforeLookingAtItsPath() throws Exception {
        Request request =
                browser.request("nowhere").removeHeader("Authorization").build();

        assertThat(browser.send(request)).satisfies(answer -> isError(answer, 401, "Unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "workspaces",
                "workspaces/" + UNKNOWN + "/channels/" + BirdSandbox.CHANNEL_ID + "/calls",
                "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/" + UNKNOWN + "/calls",
                "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/" + BirdSandbox.CHANNEL_ID,
                "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/" + BirdSandbox.CHANNEL_ID + "/recordings",
                "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/" + BirdSandbox.CHANNEL_ID + "/calls/" + UNKNOWN,
                "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/calls/" + UNKNOWN,
            })
    void doesNotFindOtherPaths(String path) throws Exception {
        isError(browser.get(path), 404, "NotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "no-call-at-all"})
    void refusesACallIdThatIsNotAUuid(String id) throws Exception {
        isError(browser.get(BirdBrowser.LIST + "/" + id), 422, "InvalidPayload");
    }

    @Test
    void getsOneCall() throws Exception {
        assertThat(browser.get(BirdBrowser.LIST + "/" + sandbox.id(7)).json())
                .isEqualTo(browser.list().rows().get(7));
    }

    @Test
    void doesNotFindACallThatTheListDoesNotReach() throws Exception {
        assertThat(browser.get(BirdBrowser.LIST + "/" + SandboxCall.at(25).id()).status())
                .isEqualTo(404);
    }

    @Test
    void takesGetOnly() throws Exception {
        Request request = browser.request(BirdBrowser.LIST)
                .post(RequestBody.create(new byte[0]))
                .build();

        assertThat(browser.send(request)).satisfies(answer -> isError(answer, 405, "MethodNotAllowed"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 1001",
        "limit, ten",
        "limit, -1",
        "limit, 99999999999999999999",
        "limit, ''",
        "pageToken, ''",
        "pageToken, not base64!",
        "pageToken, e30=",
        "startAt, yesterday",
        "startAt, 2026-03-01",
        "endAt, 2026-03-01T12:00:00",
        "status, canceled",
        "type, fax",
        "direction, inbound",
        "from, ''",
        "duration, 1.5",
        "id, 17",
        "tag, ''"
    })
    void refusesWhatIsNotDocumented(String parameter, String value) throws Exception {
        Answer answer = browser.list(parameter, value);

        isError(answer, 422, "InvalidPayload");
        assertThat(answer.json().get("details").fieldNames()).toIterable().containsExactly("." + parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1709310908269]",
                "[\"1709310908269\",\"71180b3e-b509-44b5-b7b3-22640525e580\"]",
                "[1709310908269,\"71180b3e\"]",
                "[1709310908269,\"71180b3e-b509-44b5-b7b3-22640525e580\"] more",
                "[99999999999999999999,\"71180b3e-b509-44b5-b7b3-22640525e580\"]"
            })
    void refusesATokenThatNamesNoRow(String json) throws Exception {
        String token = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        isError(browser.list("pageToken", token), 422, "InvalidPayload");
    }

    @Test
    void readsTheTokenOfARealPage() throws Exception {
        String token = "WzE3MDkzMTA5MDgyNjksIjcxMTgwYjNlLWI1MDktNDRiNS1iN2IzLTIyNjQwNTI1ZTU4MCJd";

        assertThat(browser.list("pageToken", token).status()).isEqualTo(200);
    }

    @Test
    void refusesASingleValueGivenTwice() throws Exception {
        isError(browser.list("status", "busy", "status", "failed"), 422, "InvalidPayload");
    }

    @Test
    void checksTheChannelsOfTheWorkspaceList() throws Exception {
        isError(browser.get(BirdBrowser.WORKSPACE_LIST, "channelId", "main"), 422, "InvalidPayload");
        assertThat(browser.list("channelId", "main").status()).isEqualTo(200);
    }

    @Test
    void neverQuotesWhatItRefuses() throws Exception {
        assertThat(browser.list("from", "x".repeat(101)).body()).doesNotContain("xx");
    }

    @Test
    void putsItsRequestIdOnEveryAnswer() throws Exception {
        sandbox.on(3, Fault.status(500)).on(4, Fault.body("<html>", "text/html"));

        assertThat(browser.list().headers().get("Messagebird-Request-Id")).hasSize(36);
        assertThat(browser.get("nowhere").headers().get("Messagebird-Request-Id"))
                .hasSize(36);
        assertThat(browser.list().headers().get("Messagebird-Request-Id")).hasSize(36);
        assertThat(browser.list().headers().get("Messagebird-Request-Id")).hasSize(36);
    }

    private static void isError(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().get("message").textValue()).isNotBlank();
    }
}
