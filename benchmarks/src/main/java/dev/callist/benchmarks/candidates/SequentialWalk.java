package dev.callist.benchmarks.candidates;

import dev.callist.benchmarks.server.ListShape;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** Reads a list with OkHttp, one page after the other, without retries, checks or filters. */
public record SequentialWalk(ListShape shape, HttpUrl base, OkHttpClient client, PageReader reader)
        implements ListWalk {
    public SequentialWalk(ListShape shape, URI base, PageReader reader) {
        this(shape, HttpUrl.get(base.toString()), new OkHttpClient(), reader);
    }

    @Override
    public long walk() throws IOException {
        long calls = 0;
        Optional<String> next = Optional.empty();
        for (int number = 1; ; number++) {
            ReadPage page = reader.read(download(number, next));
            calls += page.rows();
            next = page.next();
            if (shape.nextField().isEmpty() ? page.rows() < shape.pageSize() : next.isEmpty()) {
                return calls;
            }
        }
    }

    /** Downloads the body of a page; see {@link ListShape#page}. */
    byte[] download(int number, Optional<String> next) throws IOException {
        try (Response response = client.newCall(shape.page(base, number, next)).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("the benchmark server returned status " + response.code());
            }
            return response.body().bytes();
        }
    }
}
