package dev.callist.testkit.internal.calls;

import java.util.OptionalInt;
import java.util.UUID;

/** Random-looking ids that lead back to the index they were made from. */
public final class SandboxIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int CALL = 1;

    private SandboxIds() {}

    public static UUID call(int index) {
        return uuid(IndexHash.scramble(index), index, CALL);
    }

    /** The id of a request, as a response header contains it. */
    public static String request(int number) {
        return of("request", number).toString();
    }

    /** The id of something other than a call, such as a contact. */
    public static UUID of(String kind, int number) {
        int salt = kind.hashCode();
        return uuid((int) IndexHash.bits(number, salt + 1), number, salt);
    }

    /** The index of the call that has this id. */
    public static OptionalInt indexOf(UUID id) {
        int index = IndexHash.unscramble((int) (id.getMostSignificantBits() >>> 32));
        return index >= 0 && call(index).equals(id) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    private static UUID uuid(int first, int number, int salt) {
        long bits = IndexHash.bits(number, salt);
        long rest = (bits & 0xFFFF_0000L) | VERSION_4 | (bits & 0xFFFL);
        long high = Integer.toUnsignedLong(first) << 32 | rest;
        return new UUID(high, VARIANT | (IndexHash.bits(number, salt + 2) >>> 2));
    }
}
