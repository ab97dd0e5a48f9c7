package dev.callist.testkit;

import java.util.OptionalInt;
import java.util.UUID;

/** Random-looking ids that lead back to the index they were made from. */
final class SandboxIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int CALL = 1;
    private static final int OTHER = 2;

    private SandboxIds() {}

    static UUID call(int index) {
        return uuid(index, CALL);
    }

    /** An id of something that belongs to a call, such as a contact. */
    static UUID other(int index) {
        return uuid(index, OTHER);
    }

    /** The index of the call that has this id. */
    static OptionalInt indexOf(UUID id) {
        int index = Mix.unscramble((int) (id.getMostSignificantBits() >>> 32));
        return index >= 0 && call(index).equals(id) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    private static UUID uuid(int index, int salt) {
        long bits = Mix.bits(index, salt);
        long first = Integer.toUnsignedLong(Mix.scramble(index)) << 32;
        long rest = (bits & 0xFFFF_0000L) | VERSION_4 | (bits & 0xFFFL);
        return new UUID(first | rest, VARIANT | (Mix.bits(index, salt + 2) >>> 2));
    }
}
