package dev.callist.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Values as people type them. */
final class Texts {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern UNITS = Pattern.compile("(?=\\d)(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}(\\.\\d{1,9})?s)?");

    private Texts() {}

    static Instant instant(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is not a time; write 2026-03-01 (midnight UTC), "
                    + "2026-03-01T10:00:00Z or 2026-03-01T10:00:00+01:00");
        }
    }

    static Duration duration(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        try {
            if (SECONDS.matcher(word).matches()) {
                return Duration.ofSeconds(Long.parseLong(word));
            }
            return Duration.parse(UNITS.matcher(word).matches() ? "pt" + word : word);
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration; write 30 or 30s (seconds), 2m, 1h30m or PT30S");
        }
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + words(type)));
    }

    /** An enum's name as the command line shows it, such as {@code no-answer}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Texts::word).collect(Collectors.joining(", "));
    }
}
