package dev.callist.internal.http;

import dev.callist.internal.http.connection.CountedStream;
import dev.callist.internal.http.connection.MeteredSockets;
import dev.callist.internal.http.connection.ResponseTooLongException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.Response;
import okio.BufferedSource;

/** The codings of a response's body: gzip, several times if need be, declared or recognised by its first bytes. */
final class ContentCodings {
    private static final int MAX_CODINGS = 4;

    private ContentCodings() {}

    /**
     * The body without its codings; absent if one of them was not requested.
     *
     * @param most how many bytes may be read before each coding is removed, so that bytes that inflate to nothing end
     *     too; more is a {@link ResponseTooLongException}
     */
    static Optional<InputStream> decoded(Response response, int most) throws IOException {
        List<String> codings = response.headers("Content-Encoding").stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        if (codings.size() > MAX_CODINGS || !List.of("gzip", "x-gzip").containsAll(codings)) {
            return Optional.empty();
        }
        BufferedSource source = response.body().source();
        InputStream body = MeteredSockets.delivered(source.inputStream());
        int times = codings.isEmpty() && isGzip(source) ? 1 : codings.size();
        for (int i = 0; i < times; i++) {
            body = new GzipStream(limited(body, most));
        }
        return Optional.of(body);
    }

    /** Whether the body is gzip, although no coding was declared: JSON cannot begin like this. */
    private static boolean isGzip(BufferedSource source) throws IOException {
        return source.request(2)
                && GzipStream.begins(
                        source.getBuffer().getByte(0) & 0xff, source.getBuffer().getByte(1) & 0xff);
    }

    private static InputStream limited(InputStream body, int most) {
        return new CountedStream(body) {
            private long read;

            @Override
            protected void count(int bytes) throws IOException {
                read += bytes;
                if (read > most) {
                    throw new ResponseTooLongException();
                }
            }
        };
    }
}
