package dev.callist.internal.json;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The bytes of one response, at the start of an array. After {@link #release} another response reuses the array, and
 * this body must not be read. A body that is never released is collected as garbage.
 */
public final class BodyBytes {
    private final byte[] bytes;
    private final int length;
    private final SpareArrays spare;
    private boolean released;

    public BodyBytes(byte[] bytes, int length, SpareArrays spare) {
        this.bytes = bytes;
        this.length = length;
        this.spare = spare;
    }

    /** A body that owns its array. */
    public static BodyBytes of(byte[] bytes) {
        return new BodyBytes(bytes, bytes.length, new SpareArrays());
    }

    /** The array; bytes after {@link #length} do not belong to the body. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** The index of the last occurrence of these bytes within {@code farthest} bytes of the end; -1 if not found. */
    public int lastIndexOf(byte[] sought, int farthest) {
        for (int start = length - sought.length; start >= Math.max(0, length - farthest); start--) {
            if (Arrays.equals(bytes, start, start + sought.length, sought, 0, sought.length)) {
                return start;
            }
        }
        return -1;
    }

    /** A copy of the bytes from an index to the end. */
    public byte[] copy(int start) {
        return Arrays.copyOfRange(bytes, start, length);
    }

    public void release() {
        if (!released) {
            released = true;
            spare.keep(bytes);
        }
    }

    /** Keeps arrays from response to response, so that the pages of a list do not each need a new one. Thread-safe. */
    public static final class SpareArrays {
        private static final int KEPT = 8;
        private static final int LARGEST_KEPT = 4 << 20;
        private static final int SLACK = 16;

        private final Queue<byte[]> kept = new ArrayBlockingQueue<>(KEPT);

        /**
         * An array of at least that length with arbitrary content. A new one is a little longer, so that the next page
         * fits too.
         */
        public byte[] take(int length) {
            byte[] array = kept.poll();
            return array != null && array.length >= length
                    ? array
                    : new byte[Math.max(length, length / SLACK * (SLACK + 1))];
        }

        private void keep(byte[] array) {
            if (array.length <= LARGEST_KEPT) {
                kept.offer(array);
            }
        }
    }
}
