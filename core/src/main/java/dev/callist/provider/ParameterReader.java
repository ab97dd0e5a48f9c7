package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.internal.text.IsoInstants;
import dev.callist.internal.text.Rfc2822Instants;
import dev.callist.internal.text.SafeWords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values of query parameters from text, for {@link ProviderFactory#filters}. Every method throws a {@link
 * CallListException} with INVALID_CONFIG that names the parameter and the rule, and never quotes the value.
 */
public final class ParameterReader {
    private static final int MOST_TYPOS = 3;

    private final String provider;
    private final Map<String, List<String>> parameters;

    /**
     * Refuses parameters that the API does not have.
     *
     * @param provider the lister's name, for failures
     * @param names the names of the API's parameters
     * @param parameters the values of each parameter
     */
    public ParameterReader(String provider, List<String> names, Map<String, List<String>> parameters) {
        this.provider = provider;
        this.parameters = parameters;
        parameters.forEach((name, values) -> {
            requireKnown(provider, "parameter", name, names);
            ConfigChecks.require(
                    provider, values.stream().noneMatch(String::isBlank), name + " must not have a blank value");
        });
    }

    /** All values. */
    public List<String> texts(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** One value. */
    public Optional<String> text(String name) {
        ConfigChecks.require(provider, texts(name).size() <= 1, name + " takes one value only");
        return texts(name).stream().findFirst();
    }

    /** A date, which means midnight UTC, or a time in ISO 8601 or RFC 2822. */
    public Optional<Instant> instant(String name) {
        return read(
                name,
                text -> isDate(text)
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : IsoInstants.read(text)
                                .or(() -> Rfc2822Instants.read(text))
                                .orElseThrow(() -> new DateTimeException("not a time")),
                "must be a time, such as 2026-03-01 (midnight UTC) or 2026-03-01T10:00:00Z");
    }

    /** A day. */
    public Optional<LocalDate> day(String name) {
        return read(name, LocalDate::parse, "must be a day, such as 2026-03-01");
    }

    /** A whole number. */
    public Optional<Long> number(String name) {
        return read(name, Long::parseLong, "must be a whole number");
    }

    /** A whole number that fits an {@code int}. */
    public Optional<Integer> integer(String name) {
        return read(name, Integer::parseInt, "must be a whole number up to " + Integer.MAX_VALUE);
    }

    /** Whole numbers, each a value by itself or separated by commas. */
    public List<Long> numbers(String name) {
        return texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(text ->
                        converted(name, text.strip(), Long::parseLong, "must be whole numbers separated by commas"))
                .toList();
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(String name) {
        return read(name, ParameterReader::asFlag, "must be true or false");
    }

    private <T> Optional<T> read(String name, Function<String, T> conversion, String rule) {
        return text(name).map(text -> converted(name, text.strip(), conversion, rule));
    }

    private <T> T converted(String name, String text, Function<String, T> conversion, String rule) {
        try {
            return conversion.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw ConfigChecks.refused(provider, name + " " + rule);
        }
    }

    private static boolean isDate(String text) {
        return text.length() == "2026-03-01".length();
    }

    private static boolean asFlag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("not a flag");
        }
        return text.equals("true");
    }

    /** Refuses a name that is not among the known ones, and suggests the most similar one. */
    static void requireKnown(String provider, String what, String name, List<String> known) {
        if (known.contains(name)) {
            return;
        }
        int mostTypos = Math.min((name.length() + 1) / 2, MOST_TYPOS);
        String suggestion = known.stream()
                .filter(one -> distance(one, name) <= mostTypos)
                .min((one, other) -> Integer.compare(distance(one, name), distance(other, name)))
                .map(one -> "did you mean " + one + "?")
                .orElse("choose from " + String.join(", ", known));
        String unknown = SafeWords.code(name, List.of()).orElse("of this name");
        throw ConfigChecks.refused(provider, "there is no " + what + " " + unknown + "; " + suggestion);
    }

    /** How many letters differ, are missing or are too many, in upper or lower case and with any separators. */
    private static int distance(String one, String other) {
        String a = comparable(one);
        String b = comparable(other);
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String comparable(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
    }
}
