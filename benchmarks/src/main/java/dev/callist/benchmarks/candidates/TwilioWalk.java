package dev.callist.benchmarks.candidates;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import dev.callist.benchmarks.server.ListShape;
import dev.callist.benchmarks.server.TwilioRows;
import java.net.URI;

/** Reads the list with {@code Call.reader()} of twilio-java. */
public record TwilioWalk(TwilioRestClient client, int pageSize) implements ListWalk {
    public TwilioWalk(ListShape shape, URI base) {
        this(
                new TwilioRestClient.Builder(TwilioRows.ACCOUNT, "benchmark")
                        .httpClient(new RedirectingClient(base))
                        .build(),
                shape.pageSize());
    }

    @Override
    public long walk() {
        long calls = 0;
        int fields = 0;
        for (Call call : Call.reader().pageSize(pageSize).read(client)) {
            fields += FieldCounter.count(call);
            calls++;
        }
        ResultSink.consume(fields);
        return calls;
    }

    /** Sends requests for Twilio to the benchmark server. */
    private static final class RedirectingClient extends NetworkHttpClient {
        private final URI base;

        RedirectingClient(URI base) {
            this.base = base;
        }

        @Override
        public Response makeRequest(Request request) {
            Request redirected = new Request(
                    request.getMethod(), base.resolve("/") + request.getUrl().replaceFirst("^https://[^/]+/", ""));
            request.getQueryParams()
                    .forEach((name, values) -> values.forEach(value -> redirected.addQueryParam(name, value)));
            return super.makeRequest(redirected);
        }
    }
}
