package dev.callist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallJson;
import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.cli.providers.Account;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A way to use a provider's API: the library or the command line. */
enum ApiCaller {
    LIBRARY {
        @Override
        void list(ProviderFactory factory, Account account, Map<String, String> parameters) {
            ignoringFailures(factory, account, lister -> {
                CallQueryBuilder query = CallQuery.builder().pageSize(PAGE);
                parameters.forEach(
                        (name, value) -> query.addProviderFilters(factory.filters(Map.of(name, List.of(value)))));
                lister.list(query.build()).limit(CALLS).forEach(call -> {});
            });
        }

        @Override
        void find(ProviderFactory factory, Account account, String id) {
            try {
                factory.find(settings(factory, account), OPTIONS, id);
            } catch (CallListException e) {
                // only the request matters here
            }
        }

        @Override
        Function<String, Optional<String>> row(ProviderFactory factory, Account account) {
            List<Record> records = new ArrayList<>();
            ignoringFailures(factory, account, lister -> {
                Call call = lister.fetch(CallQuery.all(), Cursor.FIRST).calls().get(0);
                if (call.problems().isEmpty() && isKnown(call)) {
                    records.add(call.as(Record.class).orElseThrow());
                }
            });
            return path -> records.stream().findFirst().flatMap(row -> component(row, path));
        }
    },

    COMMAND_LINE {
        @Override
        void list(ProviderFactory factory, Account account, Map<String, String> parameters) {
            List<String> more =
                    new ArrayList<>(List.of("--page-size", "" + PAGE, "--limit", "" + CALLS, "--max-attempts", "1"));
            parameters.forEach((name, value) -> more.addAll(List.of("--where", name + "=" + value)));
            CommandRun.on(factory, account, "export", more.toArray(String[]::new));
        }

        @Override
        void find(ProviderFactory factory, Account account, String id) {
            CommandRun.on(factory, account, "get", id);
        }

        @Override
        Function<String, Optional<String>> row(ProviderFactory factory, Account account) {
            String line = CommandRun.on(factory, account, "export", "--raw").out();
            JsonNode raw = json(line).path("raw");
            return path -> Optional.of(raw.at("/" + path.replace("[]", "/0").replace('.', '/')))
                    .filter(JsonNode::isValueNode)
                    .filter(field -> !field.isNull())
                    .map(JsonNode::asText);
        }
    };

    private static final int PAGE = 5;
    private static final int CALLS = 8;
    private static final ClientOptions OPTIONS = ClientOptions.builder()
            .maxAttempts(1)
            .httpClient(new OkHttpClient())
            .build();

    /** Reads eight calls in pages of five. */
    abstract void list(ProviderFactory factory, Account account, Map<String, String> parameters);

    /** Fetches one call, if the API can. */
    abstract void find(ProviderFactory factory, Account account, String id);

    /** Returns the values of the first row by their paths. */
    abstract Function<String, Optional<String>> row(ProviderFactory factory, Account account);

    /** Parses a text; returns a {@link MissingNode} if it is not JSON. */
    static JsonNode json(String text) {
        try {
            return CallJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static ProviderSettings settings(ProviderFactory factory, Account account) {
        return ProviderSettings.of(factory, account.given(), account.environment());
    }

    private static void ignoringFailures(ProviderFactory factory, Account account, Consumer<CallLister> use) {
        try (CallLister lister = factory.create(settings(factory, account), OPTIONS)) {
            use.accept(lister);
        } catch (CallListException e) {
            // only the request matters here
        }
    }

    /** Whether every word of the call has a neutral meaning. */
    private static boolean isKnown(Call call) {
        return call.direction() != CallDirection.UNKNOWN
                && call.status() != CallStatus.UNKNOWN
                && call.answeredBy().filter(AnsweredBy.UNKNOWN::equals).isEmpty();
    }

    /** Follows a dotted path through nested records, and takes the first element of each list. */
    private static Optional<String> component(Record row, String path) {
        Object value = row;
        for (String step : path.replace("[]", "").split("\\.", -1)) {
            value = value instanceof Record record ? component(record, step.replace("_", ""), record.getClass()) : null;
            value = value instanceof List<?> list ? list.stream().findFirst().orElse(null) : value;
        }
        return Optional.ofNullable(value).map(String::valueOf);
    }

    private static @Nullable Object component(Record row, String name, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equalsIgnoreCase(name))
                .map(component -> value(row, component))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
