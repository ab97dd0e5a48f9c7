package dev.callist.internal.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimal numbers in any spelling, such as {@code 5}, {@code 5.0} or {@code 5e0}. */
public final class DecimalText {
    private static final int LONGEST = 60;
    private static final int MAX_SCALE = 18;
    private static final int MAX_PRECISION = 38;

    private DecimalText() {}

    /** The number; null for a text that is not a number, and for a number of absurd size or precision. */
    public static @Nullable BigDecimal read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            boolean isSane = Math.abs((long) number.scale()) <= MAX_SCALE && number.precision() <= MAX_PRECISION;
            return isSane ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
