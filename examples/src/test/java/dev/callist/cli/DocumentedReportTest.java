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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands about reports that the documents and the help print work as they are printed. */
class DocumentedReportTest {
    /** A command, which a comment may follow after several spaces. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *callist report +(--.*?)(?: {3}.*)?$");

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"../README.md, 1", "../docs/command-line.md, 1", "../docs/report.md, 4"})
    void runTheCommandsOfADocument(Path document, int commands) throws IOException {
        assertWork(Files.readString(document), commands);
    }

    @Test
    void runTheExamplesOfTheHelp() throws IOException {
        assertWork(CommandRun.of(Map.of(), "report", "--help").out(), 3);
    }

    @Test
    void showTheLinesOfTheExample() throws IOException {
        String program = Files.readString(Path.of("src/main/java/dev/callist/examples/WriteAReport.java"));
        Matcher block = JAVA.matcher(Files.readString(Path.of("../docs/report.md")));
        assertThat(block.find()).isTrue();
        assertThat(lines(program)).containsSubsequence(lines(block.group(1)));
    }

    /** Runs each command on the sandboxes; one that names a provider is expected to ask for its credential. */
    private void assertWork(String text, int commands) throws IOException {
        List<String> all =
                COMMAND.matcher(text).results().map(command -> command.group(1)).toList();
        assertThat(all).hasSize(commands);
        String store = folder.resolve("calls.db").toString();
        if (all.stream().anyMatch(options -> options.contains("calls.db"))) {
            CommandRun.of(Map.of(), "sync", "--store", store);
        }
        Files.writeString(folder.resolve("calls.jsonl"), "");
        for (String options : all) {
            String line =
                    "report --output report.html " + options.replace("'", "").replace("Calls in March", "March");
            String[] args = Arrays.stream(line.split(" +", -1))
                    .map(arg -> arg.matches(".*\\.(db|jsonl|html)")
                            ? folder.resolve(arg).toString()
                            : arg)
                    .toArray(String[]::new);
            if (options.contains("--output")) {
                args = Arrays.copyOfRange(args, 2, args.length);
                args[0] = "report";
            }
            CommandRun run = CommandRun.of(Map.of("BROWSER", "/no/browser"), args);
            if (options.contains("--provider")) {
                assertThat(run.err()).as(options).contains("BIRD_");
                assertThat(run.code()).isEqualTo(2);
            } else {
                assertThat(run.code()).as(options + ": " + run.err()).isEqualTo(options.contains("--input") ? 3 : 0);
            }
        }
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
