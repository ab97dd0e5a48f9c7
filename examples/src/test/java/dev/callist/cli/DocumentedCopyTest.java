package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands and queries about copies that the documents and the help print work as they are printed. */
class DocumentedCopyTest {
    /** A command, which a comment may follow after several spaces. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^.*callist (sync|verify) +(--.*?)(?: {3}.*)?$");

    private static final Pattern QUERIES = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private static final Pattern CONNECTIONS = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"../README.md, 2", "../docs/command-line.md, 3", "../docs/sync.md, 7"})
    void runTheCommandsOfADocument(Path document, int commands) throws IOException {
        assertWork(Files.readString(document), commands);
    }

    @ParameterizedTest
    @CsvSource({"sync, 2", "verify, 2"})
    void runTheExamplesOfTheHelp(String command, int examples) throws IOException {
        assertWork(CommandRun.of(Map.of(), command, "--help").out(), examples);
    }

    @Test
    void runTheQueriesOnTheCopyOfTheSandboxes() throws Exception {
        CommandRun.of(Map.of(), "sync", "--store", store());
        String document = Files.readString(Path.of("../docs/sync.md"));
        List<String> queries = QUERIES.matcher(document)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";\\s*", -1)))
                .filter(query -> !query.isBlank() && !query.contains("(PostgreSQL)"))
                .toList();
        assertThat(queries).hasSize(2);
        for (String query : queries) {
            assertThat(CopiedCalls.sqlite(store()).query(query)).as(query).isNotEmpty();
        }
        String shell = document.lines()
                .filter(line -> line.startsWith("sqlite3 calls.db "))
                .findFirst()
                .orElseThrow();
        assertThat(CopiedCalls.sqlite(store()).query(shell.split("\"", -1)[1])).hasSizeGreaterThan(4);
    }

    /** Runs each command on the sandboxes; one for an account is expected to ask for its credential. */
    private void assertWork(String text, int commands) throws IOException {
        Map<String, String> environment = Map.of("CALLIST_CONFIG", connections(text));
        CommandRun.of(Map.of(), "sync", "--store", store());
        List<String[]> printed = COMMAND.matcher(text)
                .results()
                .map(match -> (match.group(1) + " " + match.group(2).strip()).split(" +", -1))
                .toList();
        assertThat(printed).hasSize(commands);
        for (String[] command : printed) {
            CommandRun run = CommandRun.of(
                    environment, Arrays.stream(command).map(this::inFolder).toArray(String[]::new));
            if (List.of(command).contains("--connection")) {
                assertThat(run.err())
                        .as(String.join(" ", command))
                        .endsWith(": accessKey: the environment variable SUPPORT_KEY is not set\n");
            } else if (List.of(command).contains("--provider")) {
                assertThat(run.err())
                        .as(String.join(" ", command))
                        .matches(
                                "(callist: --\\S+ \\S+ is \\S+Z\n)?callist: INVALID_CONFIG: BIRD_\\w+ is missing; set it as an environment variable.*\n");
            } else {
                assertThat(run.code()).as(String.join(" ", command) + run.err()).isZero();
            }
        }
    }

    /** The file of connections that the document shows; an empty one if it shows none. */
    private String connections(String text) throws IOException {
        Matcher shown = CONNECTIONS.matcher(text);
        return Files.writeString(folder.resolve("config.yml"), shown.find() ? shown.group(1) : "")
                .toString();
    }

    private String inFolder(String argument) {
        return argument.matches("[a-z]+\\.(db|jsonl|tsv)")
                ? folder.resolve(argument).toString()
                : argument.replace("'", "");
    }

    private String store() {
        return folder.resolve("calls.db").toString();
    }
}
