package dev.callist.internal.text;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Encodes bytes as printable text that reveals when it was cut or changed: a version, then the bytes and a checksum in
 * URL-safe Base64.
 */
public final class CheckedText {
    private static final String VERSION = "callist2-";
    private static final int CHECKSUM_BYTES = 12;
    private static final int LONGEST = 4 << 20;

    private CheckedText() {}

    /** The text for these bytes. */
    public static String of(byte[] payload) {
        byte[] bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
        System.arraycopy(checksum(payload), 0, bytes, payload.length, CHECKSUM_BYTES);
        return printed(bytes);
    }

    /** Whether a text is of this version; it may still have been cut or changed. */
    public static boolean isOfThisVersion(String text) {
        return text.startsWith(VERSION) && text.length() <= LONGEST;
    }

    /**
     * The bytes that a text was made from.
     *
     * @throws IOException when the text was cut or changed, or is of another version
     */
    public static byte[] bytes(String text) throws IOException {
        if (!isOfThisVersion(text)) {
            throw new IOException("another version");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
            int length = Math.max(0, bytes.length - CHECKSUM_BYTES);
            byte[] payload = Arrays.copyOf(bytes, length);
            boolean isWhole = MessageDigest.isEqual(checksum(payload), Arrays.copyOfRange(bytes, length, bytes.length));
            if (isWhole && printed(bytes).equals(text)) {
                return payload;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("not Base64", e);
        }
        throw new IOException("a wrong checksum");
    }

    /** A SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static byte[] checksum(byte[] payload) {
        return Arrays.copyOf(sha256().digest(payload), CHECKSUM_BYTES);
    }

    private static String printed(byte[] bytes) {
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
