package dev.callist.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Requests from a sandbox whose list is counted in rows over real HTTP, without our own client. */
final class ShiftingBrowser {
    private final OkHttpClient http = new OkHttpClient.Builder().build();
    private final ShiftingSandbox sandbox;

    ShiftingBrowser(ShiftingSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The dialer's list with a query. */
    Answer dialer(String query) throws IOException {
        return send(request("/calls/" + query)
                .header("Access-Token", PlivoDialerSandbox.ACCESS_TOKEN)
                .build());
    }

    /** A search with a query and a body. */
    Answer search(String query, String body) throws IOException {
        return send(request("/calls/search" + query)
                .header("X-WHIPPY-KEY", SearchSandbox.API_KEY)
                .post(RequestBody.create(body.replace('\'', '"'), null))
                .build());
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(Objects.requireNonNull(HttpUrl.parse(sandbox.url() + path)));
    }

    Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(),
                    response.headers(),
                    Objects.requireNonNull(response.body()).string());
        }
    }

    /** The ids of an answer's rows. */
    static List<String> ids(Answer answer) {
        JsonNode rows = answer.json().path(answer.json().has("calls") ? "calls" : "data");
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("id").asText())
                .toList();
    }
}
