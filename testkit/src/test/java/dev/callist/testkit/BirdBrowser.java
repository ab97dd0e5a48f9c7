package dev.callist.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests from a Bird sandbox over real HTTP, without retries and without our own client. */
final class BirdBrowser {
    static final String LIST =
            "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/" + BirdSandbox.CHANNEL_ID + "/calls";
    static final String WORKSPACE_LIST = "workspaces/" + BirdSandbox.WORKSPACE_ID + "/channels/calls";

    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .readTimeout(Duration.ofSeconds(10))
            .build();
    private final Sandbox sandbox;

    BirdBrowser(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The list of the channel; parameters are names and values in turn. */
    Answer list(String... parameters) throws IOException {
        return get(LIST, parameters);
    }

    Answer get(String path, String... parameters) throws IOException {
        return send(request(path, parameters).build());
    }

    Request.Builder request(String path, String... parameters) {
        HttpUrl.Builder url = HttpUrl.get(sandbox.url().toString()).newBuilder().addPathSegments(path);
        for (int i = 0; i < parameters.length; i += 2) {
            url.addQueryParameter(parameters[i], parameters[i + 1]);
        }
        return new Request.Builder().url(url.build()).header("Authorization", "AccessKey " + BirdSandbox.ACCESS_KEY);
    }

    okhttp3.Call call(Request request) {
        return http.newCall(request);
    }

    Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(),
                    response.headers(),
                    Objects.requireNonNull(response.body()).string());
        }
    }

    /** Follows tokens to the end of the list; filters are sent again with every token. */
    List<Answer> walk(String... parameters) throws IOException {
        List<Answer> pages = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            List<String> all = new ArrayList<>(List.of(parameters));
            token.ifPresent(place -> all.addAll(List.of("pageToken", place)));
            Answer page = list(all.toArray(String[]::new));
            pages.add(page);
            token = page.token();
        } while (token.isPresent());
        return pages;
    }

    List<String> walkedIds(String... parameters) throws IOException {
        return walk(parameters).stream().flatMap(page -> page.ids().stream()).toList();
    }

    /** The ids of the sandbox's list from one index up to another. */
    List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(sandbox::id).toList();
    }
}
