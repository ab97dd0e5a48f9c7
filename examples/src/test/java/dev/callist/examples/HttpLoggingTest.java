package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.HttpRedaction;
import dev.callist.bird.BirdCalls;
import dev.callist.plivodialer.PlivoDialerCalls;
import dev.callist.search.SearchCalls;
import dev.callist.signalwire.SignalWireCalls;
import dev.callist.testkit.Sandbox;
import dev.callist.twilio.TwilioCalls;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.logging.HttpLoggingInterceptor;
import okhttp3.logging.HttpLoggingInterceptor.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A user's own HTTP client that logs every request hides keys and phone numbers with the names in {@link
 * HttpRedaction}.
 */
class HttpLoggingTest {
    private static final CallQuery NUMBERS = CallQuery.builder()
            .from("+447700900187")
            .to("+13105550163")
            .pageSize(2)
            .build();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource
    void logsNoKeyAndNoNumber(ProviderUnderTest provider) {
        HttpLoggingInterceptor logging = new HttpLoggingInterceptor(lines::add).setLevel(Level.HEADERS);
        HttpRedaction hidden = redaction(provider);
        hidden.headers().forEach(logging::redactHeader);
        logging.redactQueryParams(hidden.queryParameters().toArray(String[]::new));

        list(provider, logging);

        assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line)
                .doesNotContain(provider.key())
                .doesNotContain(provider.keyInHeader())
                .doesNotContain("7700900187")
                .doesNotContain("3105550163"));
    }

    @ParameterizedTest
    @EnumSource
    void logsTheKeyWithoutRedaction(ProviderUnderTest provider) {
        list(provider, new HttpLoggingInterceptor(lines::add).setLevel(Level.HEADERS));

        assertThat(lines).anyMatch(line -> line.contains(provider.keyInHeader()));
    }

    @ParameterizedTest
    @EnumSource
    void formatsARequestWithoutIdsAndQuery(ProviderUnderTest provider) {
        list(provider, chain -> {
            lines.add(HttpRedaction.line(chain.request()));
            return chain.proceed(chain.request());
        });

        String line =
                switch (provider) {
                    case BIRD -> "GET 127.0.0.1/workspaces/{workspaceId}/channels/calls";
                    case SIGNALWIRE -> "GET 127.0.0.1/api/laml/2010-04-01/Accounts/{projectId}/Calls";
                    case PLIVO_DIALER -> "GET 127.0.0.1/api/v1/calls/";
                    case SEARCH -> "POST 127.0.0.1/v1/calls/search";
                    case TWILIO -> "GET 127.0.0.1/2010-04-01/Accounts/{accountSid}/Calls.json";
                };
        assertThat(lines).isNotEmpty().containsOnly(line);
    }

    @Test
    void formatsAForeignRequestAsMethodAndHostOnly() {
        Request request = new Request.Builder()
                .url("https://example.org/secret?from=+447700900187")
                .build();

        assertThat(HttpRedaction.line(request)).isEqualTo("GET example.org");
    }

    private static HttpRedaction redaction(ProviderUnderTest provider) {
        return switch (provider) {
            case BIRD -> BirdCalls.redaction();
            case SIGNALWIRE -> SignalWireCalls.redaction();
            case PLIVO_DIALER -> PlivoDialerCalls.redaction();
            case SEARCH -> SearchCalls.redaction();
            case TWILIO -> TwilioCalls.redaction();
        };
    }

    private static void list(ProviderUnderTest provider, Interceptor logging) {
        OkHttpClient client = new OkHttpClient.Builder().addInterceptor(logging).build();
        ClientOptions options = ClientOptions.builder()
                .httpClient(client)
                .credentials(provider::key)
                .build();
        try (Sandbox sandbox = provider.sandbox(5);
                CallLister calls = provider.lister(sandbox.url(), options)) {
            calls.list(CallQuery.all()).forEach(call -> {});
            calls.list(NUMBERS).forEach(call -> {});
        }
    }
}
