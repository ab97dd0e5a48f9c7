package dev.callist.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests from a SignalWire sandbox over real HTTP, without retries and without our own client. */
final class SignalWireBrowser {
    static final String LIST = "/api/laml/2010-04-01/Accounts/" + SignalWireSandbox.PROJECT_ID + "/Calls";

    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .readTimeout(Duration.ofSeconds(10))
            .build();
    private final Sandbox sandbox;

    SignalWireBrowser(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The list; parameters are names and values in turn. */
    Answer list(String... parameters) throws IOException {
        return get(LIST, parameters);
    }

    /** The response to a path or link of the host. */
    Answer get(String path, String... parameters) throws IOException {
        return send(request(path, parameters).build());
    }

    Request.Builder request(String path, String... parameters) {
        HttpUrl.Builder url = Objects.requireNonNull(
                        HttpUrl.get(sandbox.url().toString()).resolve(path))
                .newBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            url.addQueryParameter(parameters[i], parameters[i + 1]);
        }
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", Credentials.basic(SignalWireSandbox.PROJECT_ID, SignalWireSandbox.API_TOKEN));
    }

    Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(),
                    response.headers(),
                    Objects.requireNonNull(response.body()).string());
        }
    }

    /** Follows links unchanged to the end of the list. */
    List<Answer> walk(String... parameters) throws IOException {
        List<Answer> pages = new ArrayList<>();
        pages.add(list(parameters));
        for (Optional<String> link = next(pages.get(0)); link.isPresent(); link = next(pages.get(pages.size() - 1))) {
            pages.add(get(link.get()));
        }
        return pages;
    }

    List<String> walkedIds(String... parameters) throws IOException {
        return walk(parameters).stream().flatMap(page -> ids(page).stream()).toList();
    }

    static List<JsonNode> rows(Answer page) {
        return StreamSupport.stream(page.json().get("calls").spliterator(), false)
                .toList();
    }

    static List<String> ids(Answer page) {
        return rows(page).stream().map(row -> row.get("sid").textValue()).toList();
    }

    static Optional<String> next(Answer page) {
        return Optional.ofNullable(page.json().get("next_page_uri").textValue());
    }

    /** The ids of the sandbox's list from one index up to another. */
    List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(sandbox::id).toList();
    }
}
