package dev.callist.cli;

import dev.callist.CallDirection;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.text.TimeText;
import dev.callist.provider.ProviderFactory;
import dev.callist.sync.SyncOptions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that select calls and say how they are fetched. */
final class QueryOptions {
    private final Instant now = Instant.now();

    @Option(
            names = "--created-from",
            paramLabel = "TIME",
            description = {
                "Calls created at this time or later: 2026-03-01, 2026-03-01T10:00 (in --zone),",
                "2026-03-01T10:00:00+01:00, today, yesterday, now, -7d, -36h."
            })
    private Optional<TimeText> createdFrom = Optional.empty();

    @Option(names = "--created-before", paramLabel = "TIME", description = "Calls created before this time.")
    private Optional<TimeText> createdBefore = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = {
                "The zone of these times and of days, such as Europe/Lisbon (default: UTC;",
                "for the days of 'callist report', that of the system)."
            })
    private Optional<ZoneId> zone = Optional.empty();

    @Option(
            names = "--direction",
            paramLabel = "WORD",
            description = "Calls in this direction: inbound, outbound or unknown.")
    private Optional<CallDirection> direction = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "WORD",
            split = ",",
            description = {
                "Calls with any of these statuses, separated by commas or",
                "repeated: scheduled, queued, ringing, in-progress, completed,",
                "busy, no-answer, failed, canceled, unknown."
            })
    private List<CallStatus> statuses = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "PARTY",
            description = "The caller: +351910000000, or as the provider writes it.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "PARTY", description = "The called party, in the same form.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--party", paramLabel = "PARTY", description = "The caller or the called party, in the same form.")
    private Optional<String> party = Optional.empty();

    @Option(
            names = "--min-duration",
            paramLabel = "TIME",
            description = "Calls that lasted this long or longer: 30 or 30s, 2m, 1h30m, PT30S.")
    private Optional<Duration> minDuration = Optional.empty();

    @Option(names = "--max-duration", paramLabel = "TIME", description = "Calls that lasted this long or shorter.")
    private Optional<Duration> maxDuration = Optional.empty();

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Calls with this tag; if repeated, calls with all the tags.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "NAME=VALUE",
            description = {
                "Any documented parameter of the provider by its own name, sent as",
                "it is; may be repeated. A wrong name prints the possible ones."
            })
    private List<String> where = new ArrayList<>();

    @Option(names = "--page-size", paramLabel = "N", description = "The number of calls to request per page.")
    private Optional<Integer> pageSize = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = {
                "Concurrent requests (default: 1). bird also needs --created-from,",
                "signalwire --where 'StartTime>=TIME'; 'callist explain' prints the possible maximum."
            })
    private Optional<Integer> concurrency = Optional.empty();

    /** Returns the zone of {@code --zone}. */
    Optional<ZoneId> zone() {
        return zone;
    }

    /** Returns the instant of a time, in the zone. */
    Instant instant(TimeText time) {
        try {
            return time.in(zone.orElse(ZoneOffset.UTC), now);
        } catch (DateTimeException | ArithmeticException e) {
            throw CommandException.invalidConfig("'" + time + "' is too far from now");
        }
    }

    /** Prints which instants the times of the window are, unless they are given as such. */
    void echoWindow(Console console) {
        echo(console, "--created-from", createdFrom);
        echo(console, "--created-before", createdBefore);
    }

    /** Prints which instant the time of an option is, unless it is given as such. */
    void echo(Console console, String option, Optional<TimeText> given) {
        given.filter(time -> time.kind() != TimeText.Kind.INSTANT)
                .ifPresent(time -> console.printLine(option + " " + time + " is " + instant(time)));
    }

    /** Checks that the window is the same at another moment, as a list that is continued needs it. */
    void requireFixedWindow() {
        requireFixed("--created-from", createdFrom);
        requireFixed("--created-before", createdBefore);
    }

    private void requireFixed(String option, Optional<TimeText> given) {
        given.filter(time -> time.kind() == TimeText.Kind.RELATIVE).ifPresent(time -> {
            throw CommandException.invalidConfig(option + " " + time
                    + " is another time in each run, so --resume cannot continue it; give " + option + " "
                    + instant(time));
        });
    }

    /** Returns the query for the providers that are used. */
    CallQuery query(List<ProviderFactory> providers) {
        CallQueryBuilder query = CallQuery.builder()
                .createdFrom(createdFrom.map(this::instant))
                .createdBefore(createdBefore.map(this::instant))
                .direction(direction)
                .addAllStatuses(statuses)
                .from(from)
                .to(to)
                .party(party)
                .minDuration(minDuration)
                .maxDuration(maxDuration)
                .addAllTags(tags);
        pageSize.ifPresent(query::pageSize);
        if (!where.isEmpty()) {
            query.addProviderFilters(ownFilters(providers));
        }
        return query.build();
    }

    /**
     * Returns the query, as that of a copy.
     *
     * @throws CommandException when it has a filter that a copy cannot have
     */
    static CallQuery copied(CallQuery query) {
        String refused =
                SyncOptions.changing(query).stream().map(QueryOptions::option).collect(Collectors.joining(", "));
        if (!refused.isEmpty()) {
            throw CommandException.invalidConfig(
                    "a copy cannot be filtered by " + refused + "; filter the copy instead");
        }
        return query;
    }

    private static String option(QueryFilter filter) {
        return switch (filter) {
            case STATUSES -> "--status";
            case TAGS -> "--tag";
            default -> "--" + filter.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private ProviderFilters ownFilters(List<ProviderFactory> providers) {
        if (providers.size() != 1) {
            throw CommandException.invalidConfig("--where works with one provider only; name it with --provider");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String parameter : where) {
            int end = parameter.indexOf('=');
            if (end < 1) {
                throw CommandException.invalidConfig("--where takes NAME=VALUE, such as --where "
                        + providers.get(0).parameters().get(0) + "=VALUE");
            }
            parameters
                    .computeIfAbsent(parameter.substring(0, end), name -> new ArrayList<>())
                    .add(parameter.substring(end + 1));
        }
        return providers.get(0).filters(parameters);
    }

    /** Returns the query, with pages no larger than the limit if the server does all the filtering. */
    CallQuery query(List<ProviderFactory> providers, Optional<Long> limit, Function<CallQuery, QueryPlan> planner) {
        CallQuery query = query(providers);
        if (limit.isEmpty() || query.pageSize().isPresent()) {
            return query;
        }
        return query.toBuilder()
                .pageSize(planner.apply(query).pageSize(limit.get()))
                .build();
    }

    /** Returns whether {@code --created-from} is given. */
    boolean hasCreatedFrom() {
        return createdFrom.isPresent();
    }

    /** Returns how many requests may run at once. */
    int concurrency() {
        return concurrency.orElse(1);
    }

    CallListing withConcurrency(CallListing listing) {
        return concurrency.map(listing::concurrency).orElse(listing);
    }
}
