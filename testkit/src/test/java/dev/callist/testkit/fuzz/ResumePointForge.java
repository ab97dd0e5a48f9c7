package dev.callist.testkit.fuzz;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Forges resume points: well-formed, with the fingerprint of a real one, but with an arbitrary position. */
final class ResumePointForge {
    private static final String VERSION = "callist2-";
    private static final int CHECKSUM_BYTES = 12;

    private ResumePointForge() {}

    /** A resume point's text with these bytes after its fingerprint. */
    static String withPlace(String text, byte[] place) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(VERSION.length())));
        int bound = 1 + Integer.BYTES + bytes.getInt(1);
        byte[] payload = Arrays.copyOf(bytes.array(), bound + place.length);
        System.arraycopy(place, 0, payload, bound, place.length);
        byte[] whole = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
        System.arraycopy(sha256(payload), 0, whole, payload.length, CHECKSUM_BYTES);
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private static byte[] sha256(byte[] payload) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
