package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.internal.text.IsoInstants;
import dev.callist.internal.text.Rfc2822Instants;
import dev.callist.internal.text.SafeWords;
import dev.callist.internal.text.SimilarWords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values of query parameters from text, for {@link ProviderFactory#filters}. Every method throws a {@link
 * CallListException} with INVALID_CONFIG that names the parameter and the rule, and never quotes the value.
 */
public final class ParameterReader {
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
        String suggestion = mostSimilar(name, known)
                .map(one -> "did you mean " + one + "?")
                .orElse("choose from " + String.join(", ", known));
        String unknown = SafeWords.code(name, List.of()).orElse("of this name");
        throw ConfigChecks.refused(provider, "there is no " + what + " " + unknown + "; " + suggestion);
    }

    /**
     * The word that was probably meant by one with typing errors, to suggest it; absent if none is similar.
     *
     * @param known the words to choose from; upper and lower case and separators make no difference
     */
    public static Optional<String> mostSimilar(String word, List<String> known) {
        return SimilarWords.mostSimilar(word, known);
    }
}
