package dev.callist.internal.http;

import dev.callist.internal.json.BodyBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.MediaType;

/** Reads bodies to their end or to a limit. */
final class BodyReader {
    private static final int USUAL_LENGTH = 64 << 10;

    /** A body is joined only when it has ended, so that one that is too long takes no more memory than the limit. */
    private static final int PIECE = 1 << 20;

    private BodyReader() {}

    /**
     * The whole body; absent when it is longer than the limit.
     *
     * @param declared the length that the response declares; negative if it does not
     */
    static Optional<BodyBytes> readWhole(InputStream body, long declared, int most, BodyBytes.SpareArrays spare)
            throws IOException {
        if (declared > most) {
            return Optional.empty();
        }
        byte[] bytes = spare.take(declared >= 0 ? (int) declared : USUAL_LENGTH);
        int length = filled(bytes, (int) Math.min(bytes.length, most + 1L), body);
        if (length > most) {
            return Optional.empty();
        }
        List<byte[]> pieces = new ArrayList<>(List.of(bytes));
        boolean hasEnded = length < bytes.length;
        while (!hasEnded) {
            byte[] piece = body.readNBytes(PIECE);
            pieces.add(piece);
            length += piece.length;
            hasEnded = piece.length < PIECE;
            if (length > most) {
                return Optional.empty();
            }
        }
        byte[] whole = length <= bytes.length ? bytes : joined(pieces, length);
        return Optional.of(new BodyBytes(whole, length, spare));
    }

    private static byte[] joined(List<byte[]> pieces, int length) {
        byte[] whole = new byte[length];
        int end = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, whole, end, piece.length);
            end += piece.length;
        }
        return whole;
    }

    /** Fills the array up to an index or to the end of the body, and returns the length. */
    private static int filled(byte[] bytes, int end, InputStream body) throws IOException {
        int length = 0;
        while (length < end) {
            int read = body.read(bytes, length, end - length);
            if (read < 0) {
                return length;
            }
            length += read;
        }
        return length;
    }

    /** The body in UTF-8 and without a byte order mark, whatever character set it declares. */
    static BodyBytes toUtf8(BodyBytes body, Optional<MediaType> type) throws CharacterCodingException {
        Charset declared = type.map(MediaType::charset).orElse(StandardCharsets.UTF_8);
        boolean isUtf8 = declared.equals(StandardCharsets.UTF_8) || declared.equals(StandardCharsets.US_ASCII);
        BodyBytes utf8 = isUtf8 ? body : BodyBytes.of(transcoded(body, declared));
        byte[] bytes = utf8.bytes();
        boolean marked =
                utf8.length() >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? BodyBytes.of(Arrays.copyOfRange(bytes, 3, utf8.length())) : utf8;
    }

    private static byte[] transcoded(BodyBytes body, Charset declared) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.wrap(body.bytes(), 0, body.length());
        return declared.newDecoder().decode(bytes).toString().getBytes(StandardCharsets.UTF_8);
    }
}
