package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.sync.CallStoreException;
import java.util.Optional;

/**
 * The failures of sources that do not keep the others from being read: each is printed, and the first decides the exit
 * code.
 */
final class SourceFailures {
    private final Console console;
    private Optional<CommandException> first = Optional.empty();

    SourceFailures(Console console) {
        this.console = console;
    }

    void add(String name, RuntimeException failure) {
        CommandException described = described(name, failure);
        console.printLine(described.kind() + ": " + described.getMessage());
        first = first.or(() -> Optional.of(described));
    }

    /**
     * Returns the exit code of the command.
     *
     * @param otherwise the exit code if nothing failed
     */
    int exitCode(int otherwise) {
        return first.map(CommandException::exitCode).orElse(otherwise);
    }

    private static CommandException described(String name, RuntimeException failure) {
        if (failure instanceof CallListException ofList) {
            return CommandException.ofAccount(name, ofList);
        }
        if (failure instanceof CallStoreException ofStore) {
            return CommandException.ofStore(name, ofStore);
        }
        if (failure instanceof CommandException ofCommand) {
            return ofCommand.withProvider(name);
        }
        throw failure;
    }
}
