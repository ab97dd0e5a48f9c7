package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Doubt;
import dev.callist.TimeSource;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say about failure kinds, options, limits and tests is true. */
class DocsTest {
    private static final Path README = Path.of("../README.md");
    private static final Path SECURITY = Path.of("../SECURITY.md");
    private static final Path FAILURES = Path.of("../docs/what-can-go-wrong.md");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z]+(?:Test|Rules))`");

    static Stream<Method> options() {
        return Stream.of(ClientOptions.class.getMethods())
                .filter(method -> method.getDeclaringClass() == ClientOptions.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !Modifier.isFinal(method.getModifiers()))
                .filter(method -> !method.getName().equals("toBuilder"));
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatToDoAboutEachKind(Kind kind) throws IOException {
        assertThat(row(kind.name())).hasSize(4).noneMatch(String::isBlank);
        assertThat(Files.readString(README)).containsPattern("\\|[A-Z_, ]*\\b" + kind + "\\b[A-Z_, ]*\\|");
    }

    @ParameterizedTest
    @EnumSource
    void explainEachDoubt(Doubt doubt) throws IOException {
        assertThat(Files.readString(FAILURES)).contains("| " + doubt + " | ");
    }

    @Test
    void sayWhichKindsAreRetryable() throws IOException {
        String retryable = Stream.of(Kind.values())
                .filter(kind ->
                        CallListException.of(kind, "docs").build().asException().isRetryable())
                .map(Kind::name)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (\\w+)$", " and $1");
        assertThat(Files.readString(FAILURES)).contains("true for " + retryable + ":");
    }

    @ParameterizedTest
    @MethodSource("options")
    void giveTheRealDefaultOfEachOption(Method option) throws IOException, ReflectiveOperationException {
        List<String> row = row("`" + option.getName() + "`");
        Object value = option.invoke(ClientOptions.defaults());

        assertThat(row).hasSize(4);
        assertThat(row.get(1)).isEqualTo(documented(value, row.get(2)));
        assertThat(row.get(3)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "a text in a response, internal.json.DocumentReader, LONGEST_TEXT",
        "a field name, internal.json.DocumentReader, LONGEST_NAME",
        "a number in a response, internal.json.DocumentReader, LONGEST_NUMBER",
        "a number in a field of a record, internal.text.DecimalText, LONGEST",
        "problems recorded per row, internal.json.DocumentReading, MAX_NOTED",
        "fields of an object, internal.json.UniqueKeyContext, MOST",
        "a key, provider.ConfigChecks, LONGEST_SECRET",
        "'a provider''s error code', internal.text.SafeWords, LONGEST_CODE",
        "a link to the next page, provider.NextLink, LONGEST",
        "pages in a row that bring nothing new, internal.walk.PageFetcher, MAX_PAGES_WITHOUT_NEW_ROWS",
        "requests under way at once, provider.JsonClient, MAX_REQUESTS",
        "a resume point, internal.text.CheckedText, LONGEST",
    })
    void giveTheRealFixedLimits(String limit, String type, String name)
            throws IOException, ReflectiveOperationException {
        Field constant = Class.forName("dev.callist." + type).getDeclaredField(name);
        constant.setAccessible(true);

        assertThat(row(limit).get(1)).isEqualTo(String.valueOf(constant.get(null)));
    }

    @Test
    void nameOnlyTestsThatExist() throws IOException {
        Set<String> files;
        try (Stream<Path> all = Files.walk(Path.of(".."))) {
            files = all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .collect(Collectors.toSet());
        }
        List<String> named = TEST.matcher(Files.readString(SECURITY))
                .results()
                .map((MatchResult match) -> match.group(1) + ".java")
                .toList();

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(files).containsAll(named);
    }

    /** Returns the cells of the table row that begins with a text. */
    private static List<String> row(String first) throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(FAILURES)) {
            rows = lines.filter(line -> line.startsWith("| " + first + " |")).toList();
        }
        assertThat(rows).as(first).hasSize(1);
        return Stream.of(rows.get(0).substring(1).split("\\|", -1))
                .map(String::strip)
                .limit(4)
                .toList();
    }

    private static String documented(Object value, String unit) {
        if (value instanceof Duration time) {
            return String.valueOf(unit.startsWith("milliseconds") ? time.toMillis() : time.toSeconds());
        }
        if (value.equals(Optional.empty())
                || value.equals(OptionalDouble.empty())
                || value.equals(guarded(ListingListener.NONE))) {
            return "none";
        }
        if (value instanceof ThreadFactory threads) {
            return threads.newThread(() -> {}).isDaemon() ? "daemon threads" : "threads";
        }
        boolean isOfTheMachine = value.equals(TimeSource.system()) || value instanceof RandomGenerator;
        return isOfTheMachine ? "the machine's" : value.toString();
    }

    /** Returns a listener as the options return it. */
    private static ListingListener guarded(ListingListener listener) {
        return ClientOptions.builder().listener(listener).build().listener();
    }
}
