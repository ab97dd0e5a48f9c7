package dev.callist.testkit.rawhttp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** How a response says where its body ends. */
public enum FramedResponse {
    LENGTH {
        @Override
        byte[] of(String head, byte[] body) {
            return joined(head + "Content-Length: " + body.length + "\r\n\r\n", body, "");
        }
    },
    CHUNKED {
        @Override
        byte[] of(String head, byte[] body) {
            String size = Integer.toHexString(body.length);
            return joined(head + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n", body, "\r\n0\r\n\r\n");
        }
    },
    GZIP {
        @Override
        byte[] of(String head, byte[] body) {
            return LENGTH.of(head + "Content-Encoding: gzip\r\n", zipped(body));
        }
    },
    CHUNKED_GZIP {
        @Override
        byte[] of(String head, byte[] body) {
            return CHUNKED.of(head + "Content-Encoding: gzip\r\n", zipped(body));
        }
    };

    /** A response with another framing. */
    public final byte[] of(byte[] response) {
        int start = RawMessage.bodyStart(response);
        String head = new String(response, 0, start - 2, ISO_8859_1).replaceAll("(?im)^content-length:.*\r\n", "");
        return of(head, Arrays.copyOfRange(response, start, response.length));
    }

    abstract byte[] of(String head, byte[] body);

    /** Bytes as gzip. */
    public static byte[] zipped(byte[] body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory failed", e);
        }
        return zipped.toByteArray();
    }

    static byte[] joined(String start, byte[] middle, String end) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start.getBytes(ISO_8859_1));
        all.writeBytes(middle);
        all.writeBytes(end.getBytes(ISO_8859_1));
        return all.toByteArray();
    }
}
