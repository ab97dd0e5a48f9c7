package dev.callist.internal.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * Reads the most common spelling of instants digit by digit, for speed: every row has several. Any other text gives
 * null and is left to the tolerant readers.
 */
public final class PlainInstants {
    private static final char[] RFC_2822 = "www, 00 www 0000 00:00:00 +0000".toCharArray();
    private static final char[] ISO = "0000-00-00T00:00:00".toCharArray();
    private static final char[] MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".toCharArray();
    private static final int NANOS_DIGITS = 9;
    private static final int NO_NUMBER = -1;

    private PlainInstants() {}

    /** {@code Wed, 19 Sep 2018 20:00:00 +0000}; the weekday is ignored. */
    public static @Nullable Instant rfc2822(char[] chars, int from, int length) {
        if (length != RFC_2822.length || !isSpelled(RFC_2822, chars, from) || number(chars, from + 27, 4) != 0) {
            return null;
        }
        int year = number(chars, from + 12, 4);
        int day = number(chars, from + 5, 2);
        return instant(year, month(chars, from + 8), day, chars, from + 17, 0);
    }

    /** {@code 2018-09-19T20:00:00Z}; the seconds may be followed by a point and one to nine digits. */
    public static @Nullable Instant iso(char[] chars, int from, int length) {
        return length > 0 && chars[from + length - 1] == 'Z' ? local(chars, from, length - 1) : null;
    }

    /** {@code 2018-09-19T20:00:00Z}, or without the {@code Z}, which then is in UTC too. */
    public static @Nullable Instant isoOrUtc(char[] chars, int from, int length) {
        Instant inUtc = iso(chars, from, length);
        return inUtc == null ? local(chars, from, length) : inUtc;
    }

    private static @Nullable Instant local(char[] chars, int from, int length) {
        if (length < ISO.length || !isSpelled(ISO, chars, from)) {
            return null;
        }
        int nanos = length == ISO.length ? 0 : nanos(chars, from + ISO.length, from + length);
        int month = number(chars, from + 5, 2);
        return instant(number(chars, from, 4), month, number(chars, from + 8, 2), chars, from + 11, nanos);
    }

    /** An instant of the years 1970 to 9998; null when a part is out of bounds. */
    private static @Nullable Instant instant(int year, int month, int day, char[] chars, int time, int nanos) {
        int hour = number(chars, time, 2);
        int minute = number(chars, time + 3, 2);
        int second = number(chars, time + 6, 2);
        boolean isTime = hour <= 23 && minute <= 59 && second <= 59 && nanos != NO_NUMBER;
        boolean isMonth = year >= 1970 && year <= 9998 && month >= 1 && month <= 12;
        if (!isTime || !isMonth || day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    private static int nanos(char[] chars, int point, int end) {
        int digits = end - point - 1;
        if (chars[point] != '.' || digits < 1 || digits > NANOS_DIGITS) {
            return NO_NUMBER;
        }
        int nanos = 0;
        for (int digit = 0; digit < NANOS_DIGITS; digit++) {
            char c = digit < digits ? chars[point + 1 + digit] : '0';
            if (!Digits.isDigit(c)) {
                return NO_NUMBER;
            }
            nanos = nanos * 10 + c - '0';
        }
        return nanos;
    }

    /** The number that the digits form. */
    private static int number(char[] chars, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + chars[i] - '0';
        }
        return number;
    }

    private static int month(char[] chars, int from) {
        for (int i = 0; i < MONTHS.length; i += 3) {
            if (chars[from] == MONTHS[i] && chars[from + 1] == MONTHS[i + 1] && chars[from + 2] == MONTHS[i + 2]) {
                return i / 3 + 1;
            }
        }
        return NO_NUMBER;
    }

    /** Whether digits and letters are where the pattern has {@code 0} and {@code w}, and its own marks elsewhere. */
    private static boolean isSpelled(char[] pattern, char[] chars, int from) {
        for (int i = 0; i < pattern.length; i++) {
            char c = chars[from + i];
            boolean fits =
                    switch (pattern[i]) {
                        case '0' -> Digits.isDigit(c);
                        case 'w' -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                        default -> c == pattern[i];
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
