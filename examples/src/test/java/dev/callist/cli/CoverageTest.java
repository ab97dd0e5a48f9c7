package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ProviderFilters;
import dev.callist.cli.DocumentedApi.Item;
import dev.callist.cli.DocumentedApi.Kind;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SandboxRequest;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that the providers document can be used from the library and from the command line, and {@code
 * docs/coverage.md} says so. Each entry is proved by a request to the provider's sandbox, or by a row that has every
 * field.
 */
class CoverageTest {
    private static final Path PAGE = Path.of("../docs/coverage.md");
    private static final List<String> PROVIDERS = SandboxAccount.PROVIDERS;
    private static final String MISSING = "missing";

    @Test
    void theLibraryAndTheCommandLineCoverEverythingThatIsDocumented() throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String provider : PROVIDERS) {
            tables.put(provider, table(DocumentedApi.of(provider)));
        }
        String page = page(tables);
        if (System.getProperty("callist.coverage.write") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(page.lines()).filteredOn(line -> line.contains(MISSING)).isEmpty();
        assertThat(Files.readString(PAGE))
                .as("docs/coverage.md is written with -Dcallist.coverage.write=true")
                .isEqualTo(page);
    }

    private static String page(Map<String, List<String>> tables) {
        StringBuilder page = new StringBuilder("""
                # Coverage

                What the providers document, and how it is reached from the library and from the command line. A test writes
                this page: it sends each request to the provider's sandbox and reads a row with every field, and a gap fails
                the build. Parameters of paging are set by the walk; `--page-size` sets the size of a page.
                """);
        tables.forEach((provider, rows) -> page.append("\n## ")
                .append(provider)
                .append("\n\n")
                .append(DocumentedApi.of(provider).title())
                .append(": ")
                .append(rows.size())
                .append(
                        " entries, all covered.\n\n| what | name | library | command line |\n| --- | --- | --- | --- |\n")
                .append(rows.stream().collect(Collectors.joining("\n", "", "\n"))));
        return page.toString();
    }

    private static List<String> table(DocumentedApi api) {
        List<String> library = column(api, ApiCaller.LIBRARY);
        List<String> commandLine = column(api, ApiCaller.COMMAND_LINE);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < api.items().size(); i++) {
            Item item = api.items().get(i);
            rows.add("| " + item.kind().name().toLowerCase(Locale.ROOT) + " | `" + name(item) + "` | "
                    + library.get(i) + " | "
                    + commandLine.get(i) + " |");
        }
        return rows;
    }

    private static List<String> column(DocumentedApi api, ApiCaller caller) {
        try (SandboxAccount sandbox = SandboxAccount.start(api.provider(), 12, 0)) {
            return new Column(api, caller, sandbox).cells();
        }
    }

    private static String name(Item item) {
        return switch (item.kind()) {
            case ENDPOINT, HEADER -> (item.name() + " " + item.sample()).strip();
            case CHOICE, WORD -> item.name() + "=" + item.sample();
            case PAGING, PARAMETER, FIELD -> item.name();
        };
    }

    /** How one caller reaches each item. */
    private static final class Column {
        private final DocumentedApi api;
        private final ApiCaller caller;
        private final SandboxAccount sandbox;
        private final ProviderFactory factory;
        private final List<SandboxRequest> usual;

        Column(DocumentedApi api, ApiCaller caller, SandboxAccount sandbox) {
            this.api = api;
            this.caller = caller;
            this.sandbox = sandbox;
            this.factory = ProviderList.ALL.named(api.provider());
            caller.find(factory, sandbox.account(), sandbox.server().id(1));
            caller.list(factory, sandbox.account(), Map.of());
            caller.list(factory, without("channelId"), Map.of());
            if (factory.settings().stream().anyMatch(setting -> setting.name().equals("authScheme"))) {
                caller.list(factory, bearer(), Map.of());
            }
            this.usual = sandbox.server().requests();
        }

        /**
         * Returns a cell for each item. The sandbox answers with a row of every field only after all requests are sent.
         */
        List<String> cells() {
            Map<Item, Boolean> covered = new HashMap<>();
            api.items().forEach(item -> covered.put(item, isSent(item)));
            Function<String, Optional<String>> row = rowOf(api.page());
            api.all(Kind.FIELD)
                    .forEach(field -> covered.put(field, row.apply(field.name()).isPresent()));
            api.all(Kind.WORD)
                    .forEach(word -> covered.put(
                            word,
                            rowOf(api.pageWith(List.of(word)))
                                    .apply(word.name())
                                    .equals(Optional.of(word.sample()))));
            return api.items().stream()
                    .map(item -> covered.getOrDefault(item, false) ? reached(item) : MISSING)
                    .toList();
        }

        private Function<String, Optional<String>> rowOf(String page) {
            sandbox.server().always(Fault.body(page, "application/json"));
            return caller.row(factory, sandbox.account());
        }

        private String reached(Item item) {
            boolean isLibrary = caller == ApiCaller.LIBRARY;
            return switch (item.kind()) {
                case ENDPOINT -> isLibrary ? isOfOne(item) ? "`find`" : "`list`" : isOfOne(item) ? "`get`" : "`export`";
                case HEADER -> isLibrary ? "config" : "environment";
                case PAGING -> "walk";
                case PARAMETER, CHOICE -> isLibrary ? "filters" : "`--where`";
                case FIELD, WORD -> isLibrary ? "record" : "`--raw`";
            };
        }

        private static boolean isOfOne(Item endpoint) {
            return endpoint.sample().matches(".*/\\{(callId|Sid|Id)}(\\.json)?");
        }

        private boolean isSent(Item item) {
            return switch (item.kind()) {
                case ENDPOINT -> {
                    String path = ".*" + item.sample().replaceAll("\\{\\w+}", "[^/]+");
                    yield usual.stream()
                            .anyMatch(request -> request.method().equals(item.name())
                                    && request.url().encodedPath().matches(path));
                }
                case HEADER ->
                    usual.stream().anyMatch(request -> request.header(item.name())
                            .filter(value -> value.startsWith(item.sample()))
                            .isPresent());
                case PAGING -> usual.stream().anyMatch(request -> has(request, item.name()));
                case PARAMETER -> isSentAlone(item);
                case CHOICE -> isConstant(item) && takes(item);
                case FIELD, WORD -> false;
            };
        }

        private boolean isSentAlone(Item parameter) {
            int before = sandbox.server().requestCount();
            caller.list(factory, without("channelId"), Map.of(parameter.name(), parameter.sample()));
            return sandbox.server().requests().stream()
                    .skip(before)
                    .anyMatch(request -> has(request, parameter.name()));
        }

        /** Whether the parameter takes the word; that the parameter is sent is proved once. */
        private boolean takes(Item choice) {
            Map<String, List<String>> parameters = Map.of(choice.name(), List.of(choice.sample()));
            return factory.filters(parameters).parameters().equals(parameters);
        }

        /** Whether the filters have a constant with the word. */
        private boolean isConstant(Item choice) {
            ProviderFilters filters = factory.filters(Map.of());
            return Stream.of(filters.getClass().getSuperclass().getFields())
                    .filter(field -> Modifier.isStatic(field.getModifiers()))
                    .anyMatch(field -> {
                        try {
                            return choice.sample().equals(field.get(null));
                        } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                        }
                    });
        }

        private Account without(String setting) {
            Map<String, String> given = new LinkedHashMap<>(sandbox.account().given());
            given.remove(setting);
            return new Account(
                    given, sandbox.account().environment(), sandbox.account().options());
        }

        private Account bearer() {
            Map<String, String> given = new LinkedHashMap<>(sandbox.account().given());
            given.put("authScheme", "bearer");
            return new Account(
                    given, sandbox.account().environment(), sandbox.account().options());
        }

        private static boolean has(SandboxRequest request, String name) {
            return request.url().queryParameterNames().contains(name)
                    || ApiCaller.json(request.body()).has(name);
        }
    }
}
