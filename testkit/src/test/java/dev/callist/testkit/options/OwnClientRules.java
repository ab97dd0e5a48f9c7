package dev.callist.testkit.options;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.testkit.Fault;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's HTTP client keeps what the user set, except what would be unsafe; closing the lister leaves it open. */
public interface OwnClientRules extends ProviderUnderTest {
    @Test
    default void staysSafeOnAUsersClientAndLeavesItOpen(@TempDir Path folder) throws IOException {
        EagerCookieJar cookies = new EagerCookieJar();
        try (Cache cache = new Cache(folder.toFile(), 1 << 20)) {
            OkHttpClient own = new OkHttpClient.Builder()
                    .followRedirects(true)
                    .cache(cache)
                    .cookieJar(cookies)
                    .authenticator((route, response) -> response.request())
                    .addInterceptor(chain -> chain.proceed(
                            chain.request().newBuilder().header("X-Own", "yes").build()))
                    .build();
            try (ContractFixture fixture =
                    fixture(1, ContractFixture.quick().httpClient(own).build())) {
                fixture.sandbox()
                        .always(Fault.none()
                                .withHeader("Cache-Control", "max-age=3600")
                                .withHeader("Set-Cookie", "session=1"))
                        .on(3, Fault.redirect("/elsewhere"))
                        .on(4, Fault.status(401));
                fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
                fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
                assertThat(failure(fixture.lister().list(CallQuery.all())).kind())
                        .isEqualTo(Kind.REDIRECTED);
                assertThat(failure(fixture.lister().list(CallQuery.all())).kind())
                        .isEqualTo(Kind.AUTHENTICATION);
                assertThat(fixture.sandbox().requests()).hasSize(4).allSatisfy(request -> {
                    assertThat(request.header("Cookie")).isEmpty();
                    assertThat(request.header("X-Own")).contains("yes");
                });
                assertThat(cookies.received).isEmpty();
                assertThat(folder).isEmptyDirectory();
                fixture.lister().close();
                assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
                assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
            }
            own.connectionPool().evictAll();
        }
    }

    /** Keeps every cookie and sends one of its own with every request. */
    final class EagerCookieJar implements CookieJar {
        final List<Cookie> received = new CopyOnWriteArrayList<>();

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            received.addAll(cookies);
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of(
                    new Cookie.Builder().domain(url.host()).name("a").value("b").build());
        }
    }
}
