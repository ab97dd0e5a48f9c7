package dev.callist.cli.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of command line arguments. */
public final class ArgumentText {
    private static final double MAX_REQUESTS_A_SECOND = 1e6;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern UNITS = Pattern.compile("(?=\\d)(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}(\\.\\d{1,9})?s)?");

    private ArgumentText() {}

    /** Reads the name of a zone, or an offset. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a zone; write Europe/Lisbon, UTC or +01:00");
        }
    }

    /** Reads seconds ({@code 30}), a time with units ({@code 1h30m}) or an ISO-8601 duration ({@code PT30S}). */
    public static Duration duration(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        try {
            if (SECONDS.matcher(lowerCase).matches()) {
                return Duration.ofSeconds(Long.parseLong(lowerCase));
            }
            return Duration.parse(UNITS.matcher(lowerCase).matches() ? "pt" + lowerCase : lowerCase);
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration; write 30 or 30s (seconds), 2m, 1h30m or PT30S");
        }
    }

    /** Reads a whole number. */
    public static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number up to " + Integer.MAX_VALUE);
        }
    }

    /** Reads a whole number that may be too large for an {@code int}. */
    public static long longInteger(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number up to " + Long.MAX_VALUE);
        }
    }

    /** Reads a number of requests a second. */
    public static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate > 0 && rate <= MAX_REQUESTS_A_SECOND) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // fails below, in the same words
        }
        throw new TypeConversionException("'" + text + "' is not a number of requests a second; write 5 or 0.5");
    }

    /**
     * Returns what to say about the first argument that the locale could not decode; empty if all are readable. Java
     * puts replacement characters or single surrogates in place of such bytes.
     */
    public static Optional<String> unreadable(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].codePoints().anyMatch(ArgumentText::isReplacement)) {
                String named = args[i].startsWith("--") ? args[i] : i > 0 ? args[i - 1] : "";
                String option = named.replaceFirst("=.*", "");
                boolean isOption = option.matches("--[a-z-]+");
                return Optional.of("INVALID_CONFIG: " + (isOption ? "the value of " + option : "argument " + (i + 1))
                        + " has characters that cannot be read in this locale; set LC_ALL=C.UTF-8");
            }
        }
        return Optional.empty();
    }

    private static boolean isReplacement(int c) {
        return c == 0xFFFD || Character.getType(c) == Character.SURROGATE;
    }

    /** Reads the name of an enum constant in any case, with a hyphen or an underscore between its words. */
    public static <E extends Enum<E>> E constant(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of "
                        + String.join(", ", words(type)) + SimilarWord.question(text, words(type))));
    }

    /** Formats the name of an enum constant as the command line prints it: {@code no-answer}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(ArgumentText::word).toList();
    }
}
