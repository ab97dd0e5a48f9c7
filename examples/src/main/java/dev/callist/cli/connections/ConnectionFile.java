package dev.callist.cli.connections;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The connections of a user: {@code $CALLIST_CONFIG}, or else {@code callist/config.yml} in {@code $XDG_CONFIG_HOME} or {@code
 * ~/.config}.
 *
 * @param file the file, which may not exist
 * @param connections in the order of the file
 */
public record ConnectionFile(Path file, List<Connection> connections) {
    /**
     * Reads the connections.
     *
     * @throws CommandException when the file cannot be read; the message has the line, and no value
     */
    public static ConnectionFile of(Console console) {
        Path file = path(console);
        if (Files.exists(file)) {
            return new ConnectionFile(file, ConnectionReader.read(file));
        }
        if (console.variable("CALLIST_CONFIG").isPresent()) {
            throw CommandException.invalidConfig(file + " does not exist; correct CALLIST_CONFIG");
        }
        return new ConnectionFile(file, List.of());
    }

    private static Path path(Console console) {
        return console.variable("CALLIST_CONFIG").map(Path::of).orElseGet(() -> console.variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(home(console.environment()), ".config"))
                .resolve("callist")
                .resolve("config.yml"));
    }

    static String home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? System.getProperty("user.home") : home;
    }

    /** Returns the connection of this name. */
    public Connection named(String name) {
        return connections.stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CommandException.invalidConfig(
                        connections.isEmpty()
                                ? "there is no connection " + name + ", because " + file
                                        + " has none; 'callist connections --help' shows one"
                                : "there is no connection " + name + " in " + file + "; choose from " + names()));
    }

    private String names() {
        return connections.stream().map(Connection::name).collect(Collectors.joining(", "));
    }
}
