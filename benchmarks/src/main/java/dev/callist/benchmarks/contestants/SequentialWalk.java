package dev.callist.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A list read by hand with OkHttp, one page after the other: no retries, no checks, no filters. */
record PlainWalk(Shape shape, HttpUrl base, OkHttpClient client, PageReader reader) implements Contestant.Walker {
    PlainWalk(Shape shape, URI base, PageReader reader) {
        this(shape, HttpUrl.get(base.toString()), new OkHttpClient(), reader);
    }

    /** Reads one page. */
    @FunctionalInterface
    interface PageReader {
        Page read(byte[] body) throws IOException;
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
            Page page = reader.read(download(number, next));
            calls += page.rows();
            next = page.next();
            if (shape.nextField().isEmpty() ? page.rows() < shape.pageSize() : next.isEmpty()) {
                return calls;
            }
        }
    }

    /** The body of a page; see {@link Shape#page}. */
    byte[] download(int number, Optional<String> next) throws IOException {
        try (Response response = client.newCall(shape.page(base, number, next)).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the server answers " + response.code());
            }
            return response.body().bytes();
        }
    }
}
