package dev.callist.internal;

import java.util.concurrent.atomic.AtomicReference;

/**
 * The bytes of one answer, at the start of an array. Once released the array serves another answer, and nobody may read this
 * one any more; one that is never released is garbage like any other.
 */
final class Body {
    private final byte[] bytes;
    private final int length;
    private final Spare spare;
    private boolean released;

    Body(byte[] bytes, int length, Spare spare) {
        this.bytes = bytes;
        this.length = length;
        this.spare = spare;
    }

    /** A body in an array of its own. */
    static Body of(byte[] bytes) {
        return new Body(bytes, bytes.length, new Spare());
    }

    /** The array; what lies behind the length is not the body's. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void release() {
        if (!released) {
            released = true;
            spare.keep(bytes);
        }
    }

    /** Keeps one array from answer to answer, so that pages of a list do not each need a new one. Thread-safe. */
    static final class Spare {
        private static final int LARGEST_KEPT = 4 << 20;
        private static final int SLACK = 16;
        private static final byte[] NONE = {};

        private final AtomicReference<byte[]> kept = new AtomicReference<>(NONE);

        /** An array of at least that length, with anything in it; a little longer, so that the next page fits it too. */
        byte[] take(int length) {
            byte[] array = kept.getAndSet(NONE);
            return array.length >= length ? array : new byte[Math.max(length, length / SLACK * (SLACK + 1))];
        }

        private void keep(byte[] array) {
            if (array.length <= LARGEST_KEPT) {
                kept.set(array);
            }
        }
    }
}
