package dev.callist.cli;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.text.SimilarWord;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code callist completion}: prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = "Prints a script with which bash or zsh completes the commands and options of callist.",
        footer = {
            "",
            "Examples:",
            "  source <(callist completion bash)    in ~/.bashrc",
            "  source <(callist completion zsh)     in ~/.zshrc, after compinit"
        })
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Console console;
    private final Supplier<CommandLine> callist;

    @Parameters(paramLabel = "SHELL", description = "bash or zsh; the script is the same.")
    private String shell = "";

    CompletionCommand(Console console, Supplier<CommandLine> callist) {
        this.console = console;
        this.callist = callist;
    }

    @Override
    public Integer call() throws IOException {
        if (!SHELLS.contains(shell)) {
            throw CommandException.invalidConfig(
                    "'" + shell + "' is not one of bash, zsh" + SimilarWord.question(shell, SHELLS));
        }
        console.print(AutoComplete.bash("callist", callist.get()));
        console.out().flush();
        return ExitCode.DONE;
    }
}
