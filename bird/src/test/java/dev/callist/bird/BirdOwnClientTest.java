package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BirdOwnClientTest extends BirdOverHttp {
    @Test
    void keepsItsSafetySettingsOnAUsersClientAndLeavesItOpen(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<Cookie> cookies = new ArrayList<>();
        try (Cache cache = new Cache(folder.toFile(), 1 << 20)) {
            OkHttpClient own = new OkHttpClient.Builder()
                    .followRedirects(true)
                    .cache(cache)
                    .cookieJar(new CookieJar() {
                        @Override
                        public void saveFromResponse(HttpUrl url, List<Cookie> received) {
                            cookies.addAll(received);
                        }

                        @Override
                        public List<Cookie> loadForRequest(HttpUrl url) {
                            return List.of(new Cookie.Builder()
                                    .domain(url.host())
                                    .name("a")
                                    .value("b")
                                    .build());
                        }
                    })
                    .authenticator((route, response) -> response.request())
                    .addInterceptor(chain -> chain.proceed(
                            chain.request().newBuilder().header("X-Own", "yes").build()))
                    .build();
            for (int i = 0; i < 2; i++) {
                server.enqueue(new MockResponse.Builder()
                        .setHeader("Cache-Control", "max-age=3600")
                        .addHeader("Set-Cookie", "session=1")
                        .body("{\"results\":[]}")
                        .build());
            }
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/elsewhere")
                    .build());
            answer(401, "{}");
            BirdCalls bird = BirdCalls.create(
                    config().options(ClientOptions.builder().httpClient(own).build())
                            .build());

            bird.fetch(CallQuery.all(), Cursor.FIRST);
            bird.fetch(CallQuery.all(), Cursor.FIRST);
            assertThat(failure(() -> bird.fetch(CallQuery.all(), Cursor.FIRST)).kind())
                    .isEqualTo(Kind.REDIRECTED);
            assertThat(failure(() -> bird.fetch(CallQuery.all(), Cursor.FIRST)).kind())
                    .isEqualTo(Kind.AUTHENTICATION);

            assertThat(server.getRequestCount()).isEqualTo(4);
            assertThat(cookies).isEmpty();
            assertThat(folder).isEmptyDirectory();
            RecordedRequest first = server.takeRequest();
            assertThat(first.getHeaders().get("Cookie")).isNull();
            assertThat(first.getHeaders().get("X-Own")).isEqualTo("yes");
            assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
            bird.close();
            assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
            assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
            own.connectionPool().evictAll();
        }
    }
}
