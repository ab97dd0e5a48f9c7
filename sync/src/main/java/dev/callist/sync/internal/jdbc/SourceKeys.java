package dev.callist.sync.internal.jdbc;

import dev.callist.sync.SyncSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Sources as numbers, for locks. */
final class SourceKeys {
    private SourceKeys() {}

    /** A number of 62 bits that other sources do not have. */
    static long of(SyncSource source) {
        String text = String.join("\n", source.provider(), source.account(), source.queryHash());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() >>> 2;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
