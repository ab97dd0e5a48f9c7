package dev.callist.spark.internal.query;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderFactory.Setting;
import dev.callist.spark.internal.account.AccountAccess;
import dev.callist.spark.internal.account.AccountSource;
import dev.callist.spark.internal.query.ReadOptions.OnIncomplete;
import dev.callist.spark.internal.query.ReadOptions.Period;
import dev.callist.spark.internal.query.ReadOptions.RequestLimits;
import dev.callist.sync.Lookback;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads options that are text, and refuses those that are unknown: a typing error must not go unnoticed. */
public final class OptionReader {
    private static final List<String> NAMES = List.of(
            "accounts",
            "connections",
            "connection",
            "secretResolver",
            "onIncomplete",
            "slices",
            "requestsPerSecond",
            "pageSize",
            "startingAt",
            "endingAt",
            "lookback",
            "openFor",
            "minTimePerTrigger",
            "maxTimePerTrigger");

    private static final Duration MIN_STEP = Duration.ofMinutes(1);
    private static final Duration LOOKBACK = Duration.ofDays(3);
    private static final Duration OPEN_FOR = Duration.ofDays(7);

    private final Map<String, String> options;

    private OptionReader(Map<String, String> options) {
        this.options = options;
    }

    /**
     * Reads options.
     *
     * @param options by their names, in any case
     * @throws CallListException INVALID_CONFIG when one is unknown or cannot be read; the message has no value
     */
    public static ReadOptions read(Map<String, String> options) {
        options.keySet().forEach(OptionReader::requireKnown);
        return new OptionReader(options).read();
    }

    private static void requireKnown(String name) {
        if (NAMES.stream().anyMatch(name::equalsIgnoreCase)) {
            return;
        }
        boolean isSecret = ProviderFactory.all().stream()
                .flatMap(factory -> factory.settings().stream())
                .filter(Setting::isSecret)
                .anyMatch(secret -> secret.name().equalsIgnoreCase(name));
        throw refused(
                isSecret
                        ? name
                                + " is a secret, which Spark would show in plans and logs; refer to it in the account's settings,"
                                + " such as env:NAME"
                        : "there is no option " + name + "; the options are " + String.join(", ", NAMES));
    }

    private ReadOptions read() {
        String table = text("accounts").orElse("");
        String file = text("connections").orElse("");
        if (!table.isEmpty() && !file.isEmpty()) {
            throw refused("give either accounts or connections");
        }
        List<String> names = text("connection").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .toList();
        if (!table.isEmpty() && !names.isEmpty()) {
            throw refused("connection is for a file of connections; filter the table of accounts instead");
        }
        return new ReadOptions(
                new AccountSource(table, file, names),
                new AccountAccess(text("secretResolver").orElse("")),
                onIncomplete(),
                Slicing.of(text("slices").orElse("auto")),
                new RequestLimits(requestsPerSecond(), pageSize()),
                period());
    }

    private OnIncomplete onIncomplete() {
        return switch (text("onIncomplete").orElse("fail")) {
            case "fail" -> OnIncomplete.FAIL;
            case "warn" -> OnIncomplete.WARN;
            default -> throw refused("onIncomplete must be fail or warn");
        };
    }

    private double requestsPerSecond() {
        double rate = text("requestsPerSecond")
                .map(text -> number("requestsPerSecond", text))
                .orElse(Double.POSITIVE_INFINITY);
        if (!(rate > 0)) {
            throw refused("requestsPerSecond must be more than 0");
        }
        return rate;
    }

    private OptionalInt pageSize() {
        Optional<String> text = text("pageSize");
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int size = (int) number("pageSize", text.get());
        if (size < 1) {
            throw refused("pageSize must be at least 1");
        }
        return OptionalInt.of(size);
    }

    private Period period() {
        return new Period(
                text("startingAt").map(text -> instant("startingAt", text)),
                text("endingAt").map(text -> instant("endingAt", text)),
                new Lookback(
                        text("lookback").map(text -> duration("lookback", text)).orElse(LOOKBACK),
                        text("openFor").map(text -> duration("openFor", text)).orElse(OPEN_FOR)),
                text("minTimePerTrigger")
                        .map(text -> duration("minTimePerTrigger", text))
                        .orElse(MIN_STEP),
                text("maxTimePerTrigger").map(text -> new TimeStep(duration("maxTimePerTrigger", text))));
    }

    private Optional<String> text(String name) {
        return options.entrySet().stream()
                .filter(option -> option.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(name + " must be a number");
        }
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw refused(name + " must be an instant such as 2026-03-01T00:00:00Z");
        }
    }

    static Duration duration(String name, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || (duration.isZero() && !name.equals("lookback") && !name.equals("openFor"))) {
                throw refused(name + " must be more than zero");
            }
            return duration;
        } catch (DateTimeException e) {
            throw refused(
                    name + " must be a duration such as P7D or PT6H" + (name.equals("slices") ? ", auto or none" : ""));
        }
    }

    private static CallListException refused(String detail) {
        return CallListException.of(Kind.INVALID_CONFIG, "spark")
                .detail(detail)
                .build()
                .asException();
    }
}
