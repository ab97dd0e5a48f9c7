package dev.callist.cli.text;

import java.util.Locale;

/** Formats counts for people. */
public final class CountText {
    private CountText() {}

    /** Formats a count with its noun: {@code 1 call}, {@code 2,345 calls}. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Formats a count with the noun in the singular or plural: {@code 1 retry}, {@code 2 retries}. */
    public static String of(long count, String singular, String plural) {
        return grouped(count) + " " + (count == 1 ? singular : plural);
    }

    /** Formats a count with a comma after each group of three digits: {@code 2,345}. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
