package dev.callist.testkit.internal.server;

import dev.callist.testkit.SandboxRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The query parameters of a request, checked as a provider's documentation declares them. */
public final class QueryParameters {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final SandboxRequest request;

    public QueryParameters(SandboxRequest request) {
        this.request = request;
    }

    /** A parameter that the documentation does not allow like this. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String parameter;
        private final String rule;

        public Invalid(String parameter, String rule) {
            super(parameter + " " + rule);
            this.parameter = parameter;
            this.rule = rule;
        }

        public String parameter() {
            return parameter;
        }

        public String rule() {
            return rule;
        }
    }

    /** The value as text, within a length. */
    public Optional<String> text(String name, int longest) {
        List<String> values = request.queryParameters(name);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        require(values.size() == 1, name, "may be given once");
        String value = values.get(0);
        require(!value.isEmpty() && value.length() <= longest, name, "must have 1 to " + longest + " characters");
        return Optional.of(value);
    }

    /** All values as text. */
    public List<String> texts(String name) {
        List<String> values = request.queryParameters(name);
        require(values.stream().noneMatch(String::isEmpty), name, "must not be empty");
        return values;
    }

    public Optional<String> word(String name, Set<String> words) {
        Optional<String> value = text(name, 100);
        require(words.containsAll(value.stream().toList()), name, "must be one of the documented words");
        return value;
    }

    public OptionalLong number(String name, long least, long most) {
        Optional<String> value = text(name, 100);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        require(DIGITS.matcher(value.get()).matches(), name, "must be a whole number");
        long number = Long.parseLong(value.get());
        require(number >= least && number <= most, name, "must be from " + least + " to " + most);
        return OptionalLong.of(number);
    }

    public Optional<Instant> instant(String name) {
        return text(name, 100).map(value -> {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeException e) {
                throw new Invalid(name, "must be a date-time");
            }
        });
    }

    public static Optional<UUID> uuid(String text) {
        return Optional.of(text).filter(UUID_TEXT.asMatchPredicate()).map(UUID::fromString);
    }

    private static void require(boolean holds, String parameter, String rule) {
        if (!holds) {
            throw new Invalid(parameter, rule);
        }
    }
}
