package dev.callist.twilio;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Twilio's own client, whose requests go to a sandbox. */
final class TwilioClient {
    private final TwilioRestClient client;
    private final SandboxClient http;

    /**
     * Creates a client.
     *
     * @param prefix the start of the sandbox's path that Twilio's does not have
     */
    TwilioClient(URI sandbox, String prefix, String user, String password) {
        http = new SandboxClient(sandbox.resolve(prefix + "/"), user, password);
        client = new TwilioRestClient.Builder(user, password).httpClient(http).build();
    }

    List<Call> list(Reader<Call> reader) {
        List<Call> calls = new ArrayList<>();
        reader.read(client).forEach(calls::add);
        return calls;
    }

    /** The sids of the first page, of the second, and of the one before the second. */
    List<List<String>> thereAndBack(Reader<Call> reader) {
        Page<Call> first = reader.firstPage(client);
        Page<Call> second = reader.nextPage(first, client);
        Page<Call> back = reader.previousPage(second, client);
        return Stream.of(first, second, back)
                .map(page -> page.getRecords().stream().map(Call::getSid).toList())
                .toList();
    }

    Call find(String sid) {
        return Call.fetcher(sid).fetch(client);
    }

    int requests() {
        return http.requests;
    }

    /** Sends requests for Twilio to the sandbox. Links already have the sandbox's prefix. */
    private static final class SandboxClient extends NetworkHttpClient {
        private final URI root;
        private final String user;
        private final String password;
        private int requests;

        SandboxClient(URI root, String user, String password) {
            this.root = root;
            this.user = user;
            this.password = password;
        }

        @Override
        public Response makeRequest(Request request) {
            requests++;
            String path = request.getUrl().replaceFirst("^https://[^/]+", "");
            String sandboxPath = path.startsWith(root.getPath()) ? path : root.getPath() + path.substring(1);
            Request redirected =
                    new Request(request.getMethod(), root.resolve(sandboxPath).toString());
            redirected.setAuth(user, password);
            request.getQueryParams()
                    .forEach((name, values) -> values.forEach(value -> redirected.addQueryParam(name, value)));
            return super.makeRequest(redirected);
        }
    }
}
