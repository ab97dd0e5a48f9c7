package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private final Sandbox sandbox = BirdSandbox.start(25);
    private final BirdBrowser browser = new BirdBrowser(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void writesRequestsDownAsTheyCame() throws Exception {
        browser.get("a b", "tag", "x", "tag", "y z", "from", "+1");
        Request post = browser.request("c")
                .header("X-Mine", "1")
                .post(RequestBody.create("{\"ä\":1}".getBytes(StandardCharsets.UTF_8)))
                .build();
        browser.send(post);
        SandboxRequest first = sandbox.requests().get(0);
        SandboxRequest second = sandbox.requests().get(1);

        assertThat(sandbox.requestCount()).isEqualTo(2);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.method()).isEqualTo("GET");
        assertThat(first.target()).startsWith("/a%20b?tag=x&tag=y%20z&from=");
        assertThat(first.queryParameters("tag")).containsExactly("x", "y z");
        assertThat(first.queryParameter("from")).contains("+1");
        assertThat(first.queryParameter("to")).isEmpty();
        assertThat(first.header("authorization")).contains("AccessKey " + BirdSandbox.ACCESS_KEY);
        assertThat(first.body()).isEmpty();
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.header("X-Mine")).contains("1");
        assertThat(second.body()).isEqualTo("{\"ä\":1}");
    }

    @Test
    void countsRequestsThatMeetFaults() {
        sandbox.always(Fault.dropped());

        assertThatThrownBy(browser::list).isInstanceOf(IOException.class);
        assertThatThrownBy(browser::list).isInstanceOf(IOException.class);
        assertThat(sandbox.requests()).extracting(SandboxRequest::number).containsExactly(1, 2);
    }

    @Test
    void respondsWithAnErrorIfItsProtocolFails() throws Exception {
        try (Sandbox failing = Sandbox.start(new FailingProtocol())) {
            Answer answer = new BirdBrowser(failing).list();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("the sandbox failed: java.lang.IllegalStateException");
        }
    }

    @Test
    void keepsPersonalDataOutOfItsTexts() throws Exception {
        browser.list("from", "+12025550123");

        assertThat(sandbox.requests()).singleElement().hasToString("SandboxRequest[1, GET]");
        assertThat(sandbox).hasToString("BirdSandbox[" + sandbox.url() + "]");
        assertThat(SandboxCall.at(3).toString()).doesNotContain("555");
    }

    @Test
    void returnsAnEmptyPageBetweenTwoOthers() throws Exception {
        sandbox.emptyPageOn(1).emptyPageOn(3).emptyPageOn(4);
        List<Answer> pages = browser.walk("limit", "10");

        assertThat(pages).extracting(page -> page.rows().size()).containsExactly(0, 10, 0, 0, 10, 5);
        assertThat(pages).flatMap(Answer::ids).isEqualTo(browser.ids(0, 25));
        assertThat(pages).flatMap(page -> page.token().stream().toList()).doesNotHaveDuplicates();
    }

    @Test
    void leavesAnEmptyPageAtTheEndAsItIs() throws Exception {
        sandbox.emptyPageOn(2);

        assertThat(browser.walk("limit", "25"))
                .extracting(page -> page.rows().size())
                .containsExactly(25, 0);
    }

    @Test
    void returnsTheRequestedPositionAgain() throws Exception {
        sandbox.repeatPlaceOn(2).repeatPlaceOn(3);
        String token = browser.list("limit", "10").token().orElseThrow();
        Answer second = browser.list("limit", "10", "pageToken", token);
        Answer third = browser.list("limit", "10", "pageToken", token);
        Answer fourth = browser.list("limit", "10", "pageToken", token);

        assertThat(second.token()).contains(token);
        assertThat(third.token()).contains(token);
        assertThat(second.ids()).isEqualTo(browser.ids(10, 20)).isEqualTo(third.ids());
        assertThat(fourth.token()).isPresent().isNotEqualTo(second.token());
    }

    @Test
    void leadsFromTheFirstPageToTheFirstPage() throws Exception {
        sandbox.repeatPlaceOn(1);

        assertThat(browser.walk("limit", "20"))
                .extracting(Answer::ids)
                .containsExactly(browser.ids(0, 20), browser.ids(0, 20), browser.ids(20, 25));
    }

    @Test
    void forgetsPagesWhenItIsHealed() throws Exception {
        sandbox.emptyPageOn(1).repeatPlaceOn(2).heal();

        assertThat(browser.walkedIds("limit", "10")).isEqualTo(browser.ids(0, 25));
    }

    @Test
    void numbersRequestsFromOne() {
        assertThatThrownBy(() -> sandbox.on(0, Fault.dropped())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.emptyPageOn(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.repeatPlaceOn(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listensOnThePortItIsGiven() throws Exception {
        int port = sandbox.url().getPort();

        assertThatThrownBy(() -> BirdSandbox.start(1, port)).isInstanceOf(UncheckedIOException.class);
        sandbox.close();
        try (Sandbox second = BirdSandbox.start(1, port)) {
            assertThat(second.url()).isEqualTo(sandbox.url());
            assertThat(new BirdBrowser(second).list().rows()).hasSize(1);
        }
    }

    @Test
    void keepsItsLogAfterItWasClosedTwice() throws Exception {
        browser.list();
        sandbox.close();
        sandbox.close();

        assertThat(sandbox.requests()).hasSize(1);
        assertThatThrownBy(browser::list).isInstanceOf(IOException.class);
    }

    @Test
    void knowsItsCalls() {
        assertThat(sandbox.calls()).isEqualTo(25);
        assertThat(sandbox.id(24)).isEqualTo(SandboxCall.at(24).id().toString());
        assertThatThrownBy(() -> BirdSandbox.start(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A protocol with a mistake. */
    private static final class FailingProtocol implements ProviderProtocol {
        @Override
        public int calls() {
            return 1;
        }

        @Override
        public String id(int index) {
            return "a";
        }

        @Override
        public SandboxResponse respond(SandboxRequest request, PageTwist twist) {
            throw new IllegalStateException("a mistake of its author");
        }

        @Override
        public SandboxResponse error(int status) {
            return SandboxResponse.json(status, "{}");
        }
    }
}
