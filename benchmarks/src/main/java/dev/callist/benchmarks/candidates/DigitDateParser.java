package dev.callist.benchmarks.candidates;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates such as {@code Wed, 19 Sep 2018 20:00:00 +0000} digit by digit, without creating a {@code String}. The
 * weekday is not checked.
 */
final class DigitDateParser {
    private static final int LENGTH = "Wed, 19 Sep 2018 20:00:00 +0000".length();
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int MONTHS_A_YEAR = 12;
    private static final int NO_NUMBER = -1;

    private DigitDateParser() {}

    /** Returns the instant; null if the text has another length, is not in UTC, or has a part that is not a number. */
    static @Nullable Instant parse(char[] chars, int from, int length) {
        if (length != LENGTH || chars[from + 26] != '+' || number(chars, from + 27, 4) != 0) {
            return null;
        }
        int day = number(chars, from + 5, 2);
        int month = month(chars, from + 8);
        int year = number(chars, from + 12, 4);
        int hour = number(chars, from + 17, 2);
        int minute = number(chars, from + 20, 2);
        int second = number(chars, from + 23, 2);
        if (month == NO_NUMBER || Math.min(Math.min(day, year), Math.min(hour, Math.min(minute, second))) < 0) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second);
    }

    private static int month(char[] chars, int from) {
        for (int month = 0; month < MONTHS_A_YEAR; month++) {
            if (MONTHS.charAt(3 * month) == chars[from]
                    && MONTHS.charAt(3 * month + 1) == chars[from + 1]
                    && MONTHS.charAt(3 * month + 2) == chars[from + 2]) {
                return month + 1;
            }
        }
        return NO_NUMBER;
    }

    private static int number(char[] chars, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return NO_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
