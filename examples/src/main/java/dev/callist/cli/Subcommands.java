package dev.callist.cli;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands below {@code callist}. Reading the options of all of them takes most of the time that {@code callist
 * --help} needs, so only the options of a command that may run are read.
 */
final class Subcommands {
    private final List<Object> commands;

    Subcommands(List<Object> commands) {
        this.commands = commands;
    }

    /** Returns all commands with their options. */
    List<CommandLine> all() {
        return commands.stream().map(Subcommands::complete).toList();
    }

    /** Returns all commands; those that these arguments cannot run have a name and a description, but no options. */
    List<CommandLine> allFor(String... args) {
        List<String> reachable = reachable(args);
        return commands.stream()
                .map(command -> reachable.contains(name(command)) ? complete(command) : outline(command))
                .toList();
    }

    /** The first argument names the command, unless it is an option or a file that contains the arguments. */
    private List<String> reachable(String... args) {
        if (args.length == 0) {
            return List.of();
        }
        List<String> names = commands.stream().map(Subcommands::name).toList();
        if (names.contains(args[0])) {
            return List.of(args[0]);
        }
        return args.length == 1 && !args[0].startsWith("@") ? List.of() : names;
    }

    private static CommandLine complete(Object command) {
        CommandLine complete = new CommandLine(command);
        CommandHelp.addTo(complete);
        return complete;
    }

    /** What the help of {@code callist} shows of a command. */
    private static CommandLine outline(Object command) {
        CommandSpec outline = CommandSpec.create().name(name(command));
        outline.usageMessage().description(annotation(command).description());
        return new CommandLine(outline);
    }

    private static String name(Object command) {
        return annotation(command).name();
    }

    private static Command annotation(Object command) {
        return Objects.requireNonNull(command.getClass().getAnnotation(Command.class));
    }
}
