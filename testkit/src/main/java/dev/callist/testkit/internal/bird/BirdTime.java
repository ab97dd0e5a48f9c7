package dev.callist.testkit.internal.bird;

import java.time.Instant;

/** Bird's instants: UTC with {@code Z}; the fraction has no trailing zeros, and a whole second has no fraction. */
final class BirdTime {
    private BirdTime() {}

    static String text(Instant instant) {
        String text = instant.toString();
        int end = text.length() - 1;
        if (text.indexOf('.') < 0 || text.charAt(end - 1) != '0') {
            return text;
        }
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end) + "Z";
    }
}
