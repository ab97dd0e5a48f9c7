package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.ProviderList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

class SubcommandsTest {
    private static final Console CONSOLE = Console.ofThisProcess();
    private static final Pattern EXAMPLE = Pattern.compile("^  .*\\bcallist ([^|)]+?)(?: *[|)].*)?$");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHelpIsThatOfTheCommandsWithAllTheirOptions(boolean hasColours) {
        CommandLine complete = new Callist(CONSOLE, ProviderList.ALL).commandLine();
        Help.ColorScheme colours = Help.defaultColorScheme(hasColours ? Ansi.ON : Ansi.OFF);
        assertThat(help(hasColours, "--help")).isEqualTo(complete.getUsageMessage(colours));
        assertThat(complete.getSubcommands()).hasSize(11).allSatisfy((name, command) -> assertThat(
                        help(hasColours, name, "--help"))
                .isEqualTo(command.getUsageMessage(colours)));
    }

    @Test
    void theHelpOfEveryCommandHasAnExample() {
        assertThat(new Callist(CONSOLE, ProviderList.ALL).commandLine().getSubcommands())
                .allSatisfy((name, command) ->
                        assertThat(help(false, name, "--help")).containsPattern("Examples?:\\R  .*callist " + name));
    }

    @Test
    void theExamplesOfTheHelpAreCommandsThatCanBeRead() {
        CommandLine complete = new Callist(CONSOLE, ProviderList.ALL).commandLine();
        List<String> examples = complete.getSubcommands().values().stream()
                .flatMap(command ->
                        Stream.of(command.getCommandSpec().usageMessage().footer()))
                .map(EXAMPLE::matcher)
                .filter(Matcher::find)
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThan(15).allSatisfy(example -> assertThatCode(
                        () -> complete.parseArgs(example.split(" +")))
                .as(example)
                .doesNotThrowAnyException());
    }

    @Test
    void readsOnlyTheOptionsOfTheCommandThatIsNamed() {
        assertThat(withOptions("sandbox", "--calls", "3")).containsExactly("sandbox");
        assertThat(withOptions("sandbox", "connections")).containsExactly("sandbox");
        assertThat(withOptions("--help")).isEmpty();
        assertThat(withOptions("sandboxes")).isEmpty();
        assertThat(withOptions()).isEmpty();
    }

    @Test
    void readsAllOptionsWhereAnyCommandMayFollow() {
        assertThat(withOptions("@arguments")).containsExactly("connections", "sandbox");
        assertThat(withOptions("--", "sandbox")).containsExactly("connections", "sandbox");
        assertThat(withOptions("--help", "sandbox")).containsExactly("connections", "sandbox");
    }

    @Test
    void runsTheCommandThatAFileNames() throws IOException {
        Path arguments = Files.writeString(folder.resolve("arguments"), "list --limit 3 --quiet --format csv");
        assertThat(CommandRun.of(Map.of(), "@" + arguments).lines()).hasSize(4);
    }

    @Test
    void saysWhichWordIsWrongBeforeACommandWithOptions() {
        CommandRun run = CommandRun.of(Map.of(), "lsit", "export", "--provider", "bird");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("callist: there is no argument lsit; did you mean list?\n");
    }

    private static String help(boolean hasColours, String... args) {
        return CommandRun.of(ProviderList.ALL, Map.of(), new Cancellation(), hasColours, args)
                .out();
    }

    private static List<String> withOptions(String... args) {
        Subcommands subcommands = new Subcommands(
                List.of(new ConnectionsCommand(CONSOLE, ProviderList.ALL), new SandboxCommand(CONSOLE)));
        return subcommands.allFor(args).stream()
                .filter(command -> !command.getCommandSpec().options().isEmpty())
                .map(CommandLine::getCommandName)
                .toList();
    }
}
