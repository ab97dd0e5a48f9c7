package dev.callist.benchmarks;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import java.net.URI;

/** The list as twilio-java's {@code Call.reader()} reads it. */
record TwilioWalk(TwilioRestClient client, int pageSize) implements Contestant.Walker {
    TwilioWalk(Shape shape, URI base) {
        this(
                new TwilioRestClient.Builder(TwilioRows.ACCOUNT, "benchmark")
                        .httpClient(new Loopback(base))
                        .build(),
                shape.pageSize());
    }

    @Override
    public long walk() {
        long calls = 0;
        int fields = 0;
        for (Call call : Call.reader().pageSize(pageSize).read(client)) {
            fields += FieldsOf.twilio(call);
            calls++;
        }
        Seen.seen(fields);
        return calls;
    }

    /** Leads what is meant for Twilio to the benchmark's server. */
    private static final class Loopback extends NetworkHttpClient {
        private final URI base;

        Loopback(URI base) {
            this.base = base;
        }

        @Override
        public Response makeRequest(Request request) {
            Request led = new Request(
                    request.getMethod(), base.resolve("/") + request.getUrl().replaceFirst("^https://[^/]+/", ""));
            request.getQueryParams().forEach((name, values) -> values.forEach(value -> led.addQueryParam(name, value)));
            return super.makeRequest(led);
        }
    }
}
