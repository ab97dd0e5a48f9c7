package dev.callist.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A list read by hand with OkHttp, one page after the other: no retries, no checks, no filters. */
record PlainWalk(Shape shape, HttpUrl base, OkHttpClient client, PageReader reader) implements Contestant.Walker {
    PlainWalk(Shape shape, URI base, PageReader reader) {
        this(shape, HttpUrl.get(base.toString()), new OkHttpClient(), reader);
    }

    /** Reads one page. */
    @FunctionalInterface
    interface PageReader {
        Page read(ResponseBody body) throws IOException;
    }

    /**
     * What a page had.
     *
     * @param next the field that tells the next page; absent when it is null or missing
     */
    record Page(int rows, Optional<String> next) {}

    @Override
    public long walk() throws IOException {
        long calls = 0;
        Optional<String> next = Optional.empty();
        for (int number = 1; ; number++) {
            Page page = fetch(shape.page(base, number, next));
            calls += page.rows();
            next = page.next();
            if (shape.nextField().isEmpty() ? page.rows() < shape.pageSize() : next.isEmpty()) {
                return calls;
            }
        }
    }

    private Page fetch(Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the server answers " + response.code());
            }
            return reader.read(response.body());
        }
    }
}
