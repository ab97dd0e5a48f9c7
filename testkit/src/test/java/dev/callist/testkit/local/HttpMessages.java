package dev.callist.testkit.local;

import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.Buffer;

/** Reads requests and writes responses in HTTP/1.1. */
final class HttpMessages {
    private HttpMessages() {}

    static SandboxRequest read(Buffer sent) throws IOException {
        String[] line = sent.readUtf8LineStrict().split(" ", -1);
        Headers.Builder builder = new Headers.Builder();
        for (String header = sent.readUtf8LineStrict(); !header.isEmpty(); header = sent.readUtf8LineStrict()) {
            builder.add(header);
        }
        Headers headers = builder.build();
        String length = headers.get("Content-Length");
        HttpUrl url = HttpUrl.get("http://" + headers.get("Host") + line[1]);
        return new SandboxRequest(
                0, line[0], line[1], url, headers, sent.readByteString(length == null ? 0 : Long.parseLong(length)));
    }

    /** Writes a response, or the part of it before its connection ends; returns whether it ends. */
    static boolean write(MockResponse answer, Buffer to) throws IOException {
        if (answer.getOnResponseStart() != null) {
            return true;
        }
        to.writeUtf8(answer.getStatus()).writeUtf8("\r\n");
        answer.getHeaders().forEach(header -> to.writeUtf8(header.getFirst() + ": " + header.getSecond() + "\r\n"));
        to.writeUtf8("\r\n");
        Buffer body = new Buffer();
        MockResponseBody given = answer.getBody();
        if (given != null) {
            given.writeTo(body);
        }
        boolean isCut = answer.getOnResponseBody() != null;
        to.write(body, isCut ? body.size() / 2 : body.size());
        return isCut || answer.getOnResponseEnd() != null;
    }
}
