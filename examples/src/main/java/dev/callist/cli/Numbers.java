package dev.callist.cli;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {
    private Numbers() {}

    /** {@code 1 call}, {@code 2,345 calls}. */
    static String counted(long count, String noun) {
        return of(count) + " " + noun + (count == 1 ? "" : "s");
    }

    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
