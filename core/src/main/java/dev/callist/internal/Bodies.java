package dev.callist.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Reads bodies to the end or to a limit. */
final class Bodies {
    private Bodies() {}

    /** The whole body, or nothing when it is longer than the limit. */
    static Optional<byte[]> readWhole(ResponseBody body, int most) throws IOException {
        if (body.contentLength() > most) {
            return Optional.empty();
        }
        BufferedSource source = body.source();
        return source.request(most + 1L)
                ? Optional.empty()
                : Optional.of(source.getBuffer().readByteArray());
    }

    /** The start of the body. */
    static byte[] readUpTo(ResponseBody body, int most) throws IOException {
        BufferedSource source = body.source();
        source.request(most);
        Buffer buffer = source.getBuffer();
        return buffer.readByteArray(Math.min(most, buffer.size()));
    }

    /** The body in UTF-8 and without a byte order mark, whatever character set it declares. */
    static byte[] toUtf8(byte[] bytes, Optional<MediaType> type) throws CharacterCodingException {
        Charset declared = type.map(MediaType::charset).orElse(StandardCharsets.UTF_8);
        boolean isUtf8 = declared.equals(StandardCharsets.UTF_8) || declared.equals(StandardCharsets.US_ASCII);
        byte[] utf8 = isUtf8 ? bytes : transcoded(bytes, declared);
        boolean marked = utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(utf8, 3, utf8.length) : utf8;
    }

    private static byte[] transcoded(byte[] bytes, Charset declared) throws CharacterCodingException {
        return declared.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().getBytes(StandardCharsets.UTF_8);
    }
}
