package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.provider.OverHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;
import javax.net.SocketFactory;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Exceptions that a user's own client throws. */
class OwnClientTest extends OverHttp {
    /** Each throws at a different moment of a request. */
    private static final List<Consumer<OkHttpClient.Builder>> THROWING = List.of(
            own -> own.addInterceptor(chain -> {
                throw secretive();
            }),
            own -> own.addInterceptor(chain -> {
                chain.proceed(chain.request()).close();
                throw secretive();
            }),
            own -> own.addNetworkInterceptor(chain -> {
                throw secretive();
            }),
            own -> own.addNetworkInterceptor(chain -> {
                chain.proceed(chain.request());
                throw secretive();
            }),
            own -> own.dns(host -> {
                throw secretive();
            }),
            own -> own.eventListener(new EventListener() {
                @Override
                public void callStart(okhttp3.Call call) {
                    throw secretive();
                }
            }),
            own -> own.eventListener(new EventListener() {
                @Override
                public void requestHeadersEnd(okhttp3.Call call, Request request) {
                    throw secretive();
                }
            }),
            own -> own.eventListener(new EventListener() {
                @Override
                public void responseHeadersEnd(okhttp3.Call call, Response response) {
                    throw secretive();
                }
            }));

    @Test
    void wrapsWhatAUsersClientThrows() {
        for (int i = 0; i < THROWING.size(); i++) {
            OkHttpClient.Builder built = new OkHttpClient.Builder();
            THROWING.get(i).accept(built);
            OkHttpClient own = built.build();
            answer(200);

            CallListException e =
                    failure(options().httpClient(own).maxAttempts(1).build());

            assertThat(e.kind()).as("%d", i).isEqualTo(Kind.NETWORK);
            assertThat(e.getCause()).hasMessage("java.lang.IllegalArgumentException");
            assertThat(e.getMessage()).doesNotContain(KEY);
            assertThat(own.connectionPool().connectionCount())
                    .as("%d", i)
                    .isEqualTo(own.connectionPool().idleConnectionCount());
        }
    }

    @Test
    void keepsNoConnectionOfARequestWhoseTagsAreGone() throws InterruptedException {
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(new Request.Builder()
                        .url(chain.request().url())
                        .headers(chain.request().headers())
                        .build()))
                .build();
        assertSendsEachRequestOverAConnectionOfItsOwn(own);
    }

    @Test
    void keepsNoConnectionOverSocketsOfTheUser() throws InterruptedException {
        OkHttpClient own =
                new OkHttpClient.Builder().socketFactory(new OwnSockets()).build();
        assertSendsEachRequestOverAConnectionOfItsOwn(own);
    }

    private void assertSendsEachRequestOverAConnectionOfItsOwn(OkHttpClient own) throws InterruptedException {
        answerRows();
        answerRows();

        page(options().httpClient(own).build());
        page(options().httpClient(own).build());

        assertThat(server.takeRequest().getConnectionIndex())
                .isNotEqualTo(server.takeRequest().getConnectionIndex());
    }

    private static final class OwnSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new Socket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
            return new Socket(host, port, localHost, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return new Socket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws IOException {
            return new Socket(host, port, localHost, localPort);
        }
    }

    @Test
    void rethrowsAnError() {
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    throw new StackOverflowError();
                })
                .build();
        ClientOptions options = options().httpClient(own).build();

        assertThat(catchThrowableOfType(StackOverflowError.class, () -> page(options)))
                .isNotNull();
    }

    private static IllegalArgumentException secretive() {
        return new IllegalArgumentException("Authorization: " + KEY);
    }
}
