package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Response;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SandboxFaultTest {
    private final BirdSandbox sandbox = BirdSandbox.start(25);
    private final BirdBrowser browser = new BirdBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void meetsOnlyTheRequestItWasSetFor() throws Exception {
        sandbox.on(2, Fault.status(503));

        assertThat(List.of(
                        browser.list().status(),
                        browser.list().status(),
                        browser.list().status()))
                .containsExactly(200, 503, 200);
    }

    @Test
    void meetsEveryRequestUntilTheSandboxIsHealed() throws Exception {
        sandbox.on(1, Fault.status(500)).always(Fault.status(429));

        assertThat(List.of(
                        browser.list().status(),
                        browser.list().status(),
                        browser.list().status()))
                .containsExactly(500, 429, 429);
        sandbox.heal();
        assertThat(browser.list().status()).isEqualTo(200);
    }

    @Test
    void sendsTheProvidersOwnBodyWithAStatus() throws Exception {
        sandbox.always(Fault.status(429));

        assertThat(browser.list().code()).isEqualTo("TooManyRequests");
    }

    @Test
    void sendsABodyOfOnesOwnWithAStatus() throws Exception {
        sandbox.on(1, Fault.status(502, "<html>bad</html>", "text/html"));
        Answer answer = browser.list();

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.body()).isEqualTo("<html>bad</html>");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void sendsABodyOfOnesOwn() throws Exception {
        sandbox.on(1, Fault.body("{}", "application/json"));
        Answer answer = browser.list();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
    }

    @Test
    void sendsHeadersAsTheyAre() throws Exception {
        Fault plain = Fault.status(429);
        sandbox.on(1, plain.withHeader("Retry-After", "-7").withHeader("X-Odd", "ä"));
        sandbox.on(2, plain);

        assertThat(browser.list().headers().toMultimap())
                .containsEntry("retry-after", List.of("-7"))
                .containsKey("x-odd");
        assertThat(browser.list().headers().get("Retry-After")).isNull();
    }

    @Test
    void leadsElsewhere() throws Exception {
        sandbox.on(1, Fault.redirect("http://127.0.0.1:1/elsewhere"));
        Answer answer = browser.list();

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().get("Location")).isEqualTo("http://127.0.0.1:1/elsewhere");
    }

    @Test
    void delaysTheTrueAnswer() throws Exception {
        sandbox.on(1, Fault.delayed(Duration.ofMillis(150)).withHeader("X-Late", "yes"));
        long start = System.nanoTime();
        Answer answer = browser.list();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(answer.ids()).isEqualTo(browser.ids(0, 10));
        assertThat(answer.headers().get("X-Late")).isEqualTo("yes");
    }

    @Test
    void changesTheBodyOfTheTrueAnswer() throws Exception {
        sandbox.on(2, Fault.rewritten(text -> text.replace("results", "rows")));
        String whole = browser.list().body();
        Answer changed = browser.list();

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(whole.replace("results", "rows"));
    }

    @Test
    void endsTheConnectionInTheBody() throws Exception {
        sandbox.on(2, Fault.cutInBody());
        String whole = browser.list().body();

        try (Response response =
                browser.call(browser.request(BirdBrowser.LIST).build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
            String half = new String(read(response), StandardCharsets.UTF_8);
            assertThat(half.length()).isBetween(whole.length() / 3, whole.length() * 2 / 3);
            assertThat(whole).startsWith(half);
        }
    }

    @Test
    void endsTheConnectionWithoutAnAnswer() {
        sandbox.on(1, Fault.dropped());

        assertThatThrownBy(browser::list).isInstanceOf(IOException.class);
        assertThat(sandbox.requestCount()).isEqualTo(1);
    }

    @Test
    void neverAnswersUntilTheSandboxIsClosed() throws Exception {
        sandbox.always(Fault.silent());
        Thread closer = new Thread(() -> {
            awaitRequest();
            sandbox.close();
        });
        closer.start();

        assertThatThrownBy(browser::list).isInstanceOf(IOException.class);
        closer.join();
    }

    @Test
    @Timeout(60)
    void doesNotHoldUpTheClosing() throws Exception {
        sandbox.always(Fault.delayed(Duration.ofDays(1)));
        okhttp3.Call call = browser.call(browser.request(BirdBrowser.LIST).build());
        AtomicReference<Object> outcome = new AtomicReference<>();
        Thread client = new Thread(() -> {
            try (Response response = call.execute()) {
                outcome.set(response.code());
            } catch (IOException e) {
                outcome.set(e);
            }
        });
        client.start();
        awaitRequest();
        sandbox.close();
        client.join();

        assertThat(outcome.get())
                .satisfiesAnyOf(answer -> assertThat(answer).isEqualTo(200), failure -> assertThat(failure)
                        .isInstanceOf(IOException.class));
    }

    @Test
    void saysWhatItIsButNotWhatItSends() {
        assertThat(Fault.status(500, "secret", "text/plain").withHeader("X-Secret", "secret"))
                .hasToString("Fault[status 500]");
        assertThat(Fault.silent()).hasToString("Fault[silent]");
    }

    private void awaitRequest() {
        while (sandbox.requestCount() == 0) {
            Thread.onSpinWait();
        }
    }

    /** All bytes that come before the connection ends. */
    private static byte[] read(Response response) {
        Buffer bytes = new Buffer();
        assertThatThrownBy(() -> {
                    while (true) {
                        bytes.write(Objects.requireNonNull(response.body()).source(), 1);
                    }
                })
                .isInstanceOf(IOException.class);
        return bytes.readByteArray();
    }
}
