package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.Call;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SandboxCall;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java and Kotlin code of the guides is that of tested sources, and those of the examples do what the guides say. */
class GuidesTest {
    private static final Pattern CODE = Pattern.compile("```(?:java|kotlin)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/dev/callist/examples"),
            Path.of("src/test/java/dev/callist/examples/MissedCallsTest.java"),
            Path.of("../consumers/src/it"),
            Path.of("../spark/src/test/java/dev/callist/spark/process/MergingProgram.java"));

    @ParameterizedTest
    @CsvSource({"is-it-complete, 1", "testing, 4", "in-production, 6", "spark, 1", "write-a-provider, 6"})
    void showTheLinesOfATestedSourceInOrder(String guide, int blocks) throws IOException {
        List<String> shown = CODE.matcher(Files.readString(guide(guide)))
                .results()
                .map(block -> block.group(1))
                .toList();
        List<List<String>> sources = sources();

        assertThat(shown).hasSize(blocks);
        assertThat(shown).allSatisfy(block -> assertThat(sources)
                .anySatisfy(source -> assertThat(source).containsSubsequence(lines(block))));
    }

    @ParameterizedTest
    @CsvSource({"README", "is-it-complete", "testing", "in-production", "spark", "write-a-provider", "dependencies"})
    void linkToFilesThatExist(String guide) throws IOException {
        assertThat(LINK.matcher(Files.readString(guide(guide))).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(guide(guide).resolveSibling(link)).exists());
    }

    @Test
    void theIndexNamesEveryDocument() throws IOException {
        String index = Files.readString(guide("README"));
        try (Stream<Path> documents = Files.list(Path.of("../docs"))) {
            assertThat(documents.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".md")))
                    .filteredOn(name -> !name.equals("README.md"))
                    .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
        }
    }

    @Test
    void aCompleteListingHasEveryCallOfTheDay() {
        LocalDate newest = LocalDate.ofInstant(SandboxCall.at(0).createdAt(), ZoneOffset.UTC);
        CallQuery day = CallQuery.createdOn(newest.minusDays(1), ZoneId.of("Europe/Lisbon"));
        try (BirdSandbox sandbox = BirdSandbox.start(2500);
                BirdCalls calls = BirdCalls.create(config(sandbox.url()))) {
            List<Call> all = CompleteListing.readAll(calls, day);
            assertThat(all).isNotEmpty().allSatisfy(call -> assertThat(
                            call.createdAt().orElseThrow())
                    .isBetween(
                            day.createdFrom().orElseThrow(),
                            day.createdBefore().orElseThrow().minusNanos(1)));
        }
    }

    @Test
    void anIncompleteListingIsRefusedWithTheReason() {
        try (BirdSandbox sandbox = BirdSandbox.start(10);
                BirdCalls calls = BirdCalls.create(config(sandbox.url()))) {
            sandbox.always(Fault.rewritten(body -> body.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":null")));
            assertThatThrownBy(() -> CompleteListing.readAll(calls, CallQuery.all()))
                    .hasMessage("list: NOT_COMPLETE: INCOMPLETE: a row was not a call");
        }
    }

    @Test
    void theSettingsOfAServiceTakeItsKeyAndTellItsListener() {
        List<String> ended = new ArrayList<>();
        ListingListener listener = new ListingListener() {
            @Override
            public void ended(String provider, ListingReport report) {
                ended.add(provider + " " + report.completeness());
            }
        };
        ClientOptions options = ProductionSettings.options(
                ProductionSettings.httpClient(Proxy.NO_PROXY), () -> BirdSandbox.ACCESS_KEY, listener);
        try (BirdSandbox sandbox = BirdSandbox.start(250);
                BirdCalls calls = BirdCalls.create(BirdConfig.builder()
                        .workspaceId(BirdSandbox.WORKSPACE_ID)
                        .baseUrl(sandbox.url())
                        .options(options)
                        .build())) {
            List<Call> all = calls.list(CallQuery.all()).stream().toList();
            assertThat(all).hasSize(250).allMatch(call -> call.rawJson().isEmpty());
        }
        assertThat(ended).containsExactly("bird COMPLETE");
    }

    @Test
    void pseudonymsKeepNoNumber() {
        byte[] key = new byte[32];
        try (BirdSandbox sandbox = BirdSandbox.start(20);
                BirdCalls calls = BirdCalls.create(config(sandbox.url()))) {
            List<Call> all = ProductionSettings.withoutPersonalData(calls, CallQuery.all(), key);
            assertThat(all).hasSize(20).allSatisfy(call -> assertThat(
                            call.from().orElseThrow().e164())
                    .isEmpty());
        }
    }

    private static BirdConfig config(URI url) {
        return BirdConfig.builder()
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .accessKey(BirdSandbox.ACCESS_KEY)
                .baseUrl(url)
                .build();
    }

    private static Path guide(String name) {
        return Path.of("../docs", name + ".md");
    }

    private static List<List<String>> sources() throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.add(lines(Files.readString(file)));
                }
            }
        }
        return all;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
