package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.providers.ProviderList;
import dev.callist.testkit.BirdSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --columns}, and what a table and a list say at their limits. */
class ColumnsOptionTest {
    @TempDir
    Path folder;

    @Test
    void listShowsTheChosenColumns() {
        CommandRun run = run("list --limit 3 --columns id,STATUS,created-at,duration");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(4);
        assertThat(run.lines().get(0)).matches("ID +STATUS +CREATED \\(UTC\\) +DURATION");
    }

    @Test
    void listPrintsOtherFormatsToo() {
        try (BirdSandbox sandbox = BirdSandbox.start(300)) {
            CommandRun csv =
                    CommandRun.on(sandbox, "list", "--format", "CSV", "--limit", "3", "--columns", "id,status");
            CommandRun json = CommandRun.on(sandbox, "list", "--format", "jsonl", "--limit", "3");
            CommandRun export = CommandRun.on(sandbox, "export", "--limit", "3");
            assertThat(csv.lines().get(0)).isEqualTo("id,status");
            assertThat(csv.lines().get(1)).startsWith(sandbox.id(0) + ",");
            assertThat(csv.lines()).hasSize(4);
            assertThat(json.out()).isEqualTo(export.out());
            assertThat(CommandRun.on(sandbox, "list", "--format", "table", "--limit", "3")
                            .lines()
                            .get(0))
                    .startsWith("CREATED (UTC)");
        }
    }

    @Test
    void csvHasTheChosenColumns() {
        try (BirdSandbox sandbox = BirdSandbox.start(3)) {
            CommandRun run =
                    CommandRun.on(sandbox, "export", "--format", "csv", "--columns", "id,status", "--columns", "price");
            assertThat(run.code()).isZero();
            assertThat(run.lines().get(0)).isEqualTo("id,status,priceAmount,priceCurrency");
            assertThat(run.lines()).hasSize(4);
            assertThat(run.lines().get(1)).startsWith(sandbox.id(0) + ",");
        }
    }

    @Test
    void anExportIsNotContinuedWithOtherColumns() throws Exception {
        try (BirdSandbox sandbox = BirdSandbox.start(30)) {
            String[] first = resumable("id,status");
            assertThat(CommandRun.on(sandbox, "export", first).code()).isZero();
            CommandRun other = CommandRun.on(sandbox, "export", resumable("id"));
            assertThat(other.code()).isEqualTo(1);
            assertThat(other.err()).startsWith("callist: INVALID_RESUME_POINT: ");
            assertThat(Files.readAllLines(folder.resolve("calls.csv"))).hasSize(11);
        }
    }

    private String[] resumable(String columns) {
        return new String[] {
            "--limit",
            "10",
            "--columns",
            columns,
            "--output",
            folder.resolve("calls.csv").toString(),
            "--resume",
            folder.resolve("state").toString()
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "list --columns help|'help' is not a column; the columns are provider, id, account,",
                "list --columns id,stauts|'stauts' is not a column; did you mean status?; the columns are provider,",
                "list --columns id --ids|--ids cannot be used with --columns; add id to the columns",
                "export --provider bird --columns id|--columns needs --format csv",
                "list --format jsonl --columns id|--columns needs --format csv",
                "list --format csv --ids|--ids is for tables; the other formats have ids",
                "list --format jsno|table, jsonl, csv; did you mean jsonl?",
                "list --stauts busy|there is no option --stauts; did you mean --status?",
                "list --status complete|in-progress, completed, busy, no-answer, failed, canceled, unknown; did you mean completed?",
                "list --direction inbuond|did you mean inbound?",
                "export --provider brid|did you mean bird?",
                "export --provider bird --format cvs|did you mean csv?",
                "exprot --provider bird|there is no argument exprot; did you mean export?",
                "list --limt=3|did you mean --limit?"
            })
    void suggestsWhatWasMeant(String command, String message) {
        CommandRun run = run(command);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message).startsWith("callist: ");
    }

    @Test
    void listSaysThatItStoppedAtItsLimit() {
        assertThat(run("list --limit 100").err())
                .endsWith("callist: stopped at 100 calls; --limit 500 shows more," + " 'callist export' writes all\n");
        assertThat(run("list --limit 3 --quiet").err()).doesNotContain("stopped at");
        assertThat(run("list --limit 5000").err()).doesNotContain("stopped at");
    }

    @Test
    void aTableFitsTheTerminalAndIsWholeElsewhere() {
        Map<String, String> narrow = Map.of("COLUMNS", "82", "NO_COLOR", "1");
        CommandRun run = CommandRun.of(ProviderList.ALL, narrow, new Cancellation(), true, "list");
        assertThat(run.lines()).hasSize(21).allMatch(line -> line.length() <= 82);
        assertThat(run.out()).contains("…");
        assertThat(CommandRun.of(narrow, "list").out()).doesNotContain("…");
    }

    private static CommandRun run(String command) {
        return CommandRun.of(Map.of(), new ArrayList<>(List.of(command.split(" ", -1))).toArray(String[]::new));
    }
}
