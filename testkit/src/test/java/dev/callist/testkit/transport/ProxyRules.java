package dev.callist.testkit.transport;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.options.RecordingListener;
import dev.callist.testkit.privacy.ThrowableText;
import dev.callist.testkit.rawhttp.ConnectProxy;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy of a user's own client receives only what it needs; its failures are NETWORK. */
@Timeout(60)
interface ProxyRules extends ProviderUnderTest {
    String PASSWORD = "the-password-of-the-proxy";
    String CREDENTIALS = Credentials.basic("user", PASSWORD);

    /** Sends its credentials after every refusal, as the shortest example of an authenticator does. */
    Authenticator STUBBORN = (route, response) -> response.request()
            .newBuilder()
            .header("Proxy-Authorization", CREDENTIALS)
            .build();

    /** Sends its credentials once. */
    Authenticator REASONABLE = (route, response) ->
            response.request().header("Proxy-Authorization") == null ? STUBBORN.authenticate(route, response) : null;

    @Test
    default void walksThroughATunnelAndHidesEverythingFromTheProxy() {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            walksThrough(proxy, Authenticator.NONE);
            assertThat(proxy.asked()).hasSize(1);
        }
    }

    @Test
    default void showsTheProxysCredentialsToTheProxyOnly() {
        for (Authenticator authenticator : List.of(REASONABLE, STUBBORN)) {
            try (ConnectProxy proxy = ConnectProxy.guarded(CREDENTIALS)) {
                walksThrough(proxy, authenticator);
                assertThat(proxy.asked()).isNotEmpty().last(STRING).contains(CREDENTIALS);
            }
        }
    }

    @Test
    default void blamesTheNetworkForAProxyThatRefuses() {
        for (String status : List.of("403 No", "502 Bad Gateway", "302 Found\r\nLocation: http://127.0.0.1:1/")) {
            fails("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n", Authenticator.NONE);
        }
        fails(ConnectProxy.WHO, Authenticator.NONE);
        fails("Zebedee\r\n\r\n", Authenticator.NONE);
    }

    @Test
    default void blamesTheNetworkForAProxyThatRefusesOurCredentials() {
        fails(ConnectProxy.WHO, REASONABLE);
        fails(ConnectProxy.WHO, STUBBORN);
        fails(ConnectProxy.WHO.replace("407 Who\r\n", "407 Who\r\nConnection: close\r\n"), REASONABLE);
    }

    @Test
    default void blamesTheNetworkForAProxyThatIsGone() {
        ConnectProxy proxy = ConnectProxy.open();
        proxy.close();
        fails(proxy, Authenticator.NONE);
    }

    private void walksThrough(ConnectProxy proxy, Authenticator authenticator) {
        try (Sandbox sandbox = sandbox(25);
                TlsFront front = front(sandbox);
                CallLister lister = lister(
                        front.url(),
                        secret(),
                        ContractFixture.quick()
                                .httpClient(clientOf(proxy, authenticator))
                                .build())) {
            assertThat(ids(lister.list(pagesOf(10)))).isEqualTo(ids(sandbox, 0, 25));
            assertThat(sandbox.requests()).isNotEmpty().allSatisfy(request -> assertThat(
                            request.header("Proxy-Authorization"))
                    .isEmpty());
            assertThat(proxy.tunnelled()).doesNotContain(secret()).doesNotContain("HTTP/1.1");
        }
        assertReceivedNothing(proxy);
    }

    private void fails(String answer, Authenticator authenticator) {
        try (ConnectProxy proxy = ConnectProxy.answering(answer)) {
            fails(proxy, authenticator);
            assertThat(proxy.asked()).hasSizeBetween(5, 20);
        }
    }

    private void fails(ConnectProxy proxy, Authenticator authenticator) {
        RecordingListener listener = new RecordingListener();
        OkHttpClient own = clientOf(proxy, authenticator);
        try (Sandbox sandbox = sandbox(5);
                TlsFront front = front(sandbox);
                CallLister lister = lister(
                        front.url(),
                        secret(),
                        ContractFixture.quick()
                                .httpClient(own)
                                .listener(listener)
                                .build())) {
            CallListException e = failure(lister.list(CallQuery.all()));
            listener.texts().add(ThrowableText.printed(e));
            assertThat(e.kind()).as(ThrowableText.printed(e)).isEqualTo(Kind.NETWORK);
            assertThat(e.failure().attempts()).isEqualTo(5);
            assertThat(e.failure().detail().orElseThrow()).startsWith("the proxy localhost:");
            assertThat(sandbox.requestCount()).isZero();
            listener.texts().add(lister + " " + lister.options());
        }
        assertThat(listener.texts())
                .allSatisfy(text -> assertThat(text).doesNotContain(secret(), PASSWORD, CREDENTIALS, "Zebedee"));
        assertThat(own.connectionPool().connectionCount()).isZero();
        assertReceivedNothing(proxy);
    }

    private void assertReceivedNothing(ConnectProxy proxy) {
        assertThat(proxy.asked()).allSatisfy(head -> assertThat(head.replace("Proxy-Authorization", ""))
                .startsWith("CONNECT 127.0.0.1:")
                .doesNotContain(secret())
                .doesNotContainIgnoringCase("Authorization", "Access-Token", "X-WHIPPY-KEY", "Callist"));
    }

    private static TlsFront front(Sandbox sandbox) {
        return TlsFront.of(sandbox, TestCertificates.GOOD, List.of(Protocol.HTTP_1_1));
    }

    private static OkHttpClient clientOf(ConnectProxy proxy, Authenticator authenticator) {
        return TestCertificates.trusting()
                .proxy(proxy.proxy())
                .proxyAuthenticator(authenticator)
                .build();
    }
}
