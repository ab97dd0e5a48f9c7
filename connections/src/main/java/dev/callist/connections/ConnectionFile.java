package dev.callist.connections;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The connections of a user: {@code $CALLIST_CONFIG}, or else {@code callist/config.yml} in {@code $XDG_CONFIG_HOME} or
 * {@code ~/.config}.
 *
 * @param file the file, which may not exist
 * @param connections in the order of the file
 */
public record ConnectionFile(Path file, List<Connection> connections) {
    /**
     * Reads the connections of a user.
     *
     * @param environment the environment variables
     * @throws CallListException INVALID_CONFIG when the file cannot be read; the message gives the line but no value
     */
    public static ConnectionFile of(Map<String, String> environment) {
        Path file = path(environment);
        if (Files.exists(file)) {
            return read(file);
        }
        if (!variable(environment, "CALLIST_CONFIG").isEmpty()) {
            throw refused(file + " does not exist; correct CALLIST_CONFIG");
        }
        return new ConnectionFile(file, List.of());
    }

    /**
     * Reads the connections of a file.
     *
     * @throws CallListException INVALID_CONFIG when the file cannot be read; the message gives the line but no value
     */
    public static ConnectionFile read(Path file) {
        return new ConnectionFile(file, ConnectionReader.read(file));
    }

    private static Path path(Map<String, String> environment) {
        String file = variable(environment, "CALLIST_CONFIG");
        if (!file.isEmpty()) {
            return Path.of(file);
        }
        String folder = variable(environment, "XDG_CONFIG_HOME");
        Path base = !folder.isEmpty() && Path.of(folder).isAbsolute()
                ? Path.of(folder)
                : Path.of(home(environment), ".config");
        return base.resolve("callist").resolve("config.yml");
    }

    private static String variable(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "");
    }

    static String home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? System.getProperty("user.home") : home;
    }

    /**
     * Returns the connection of this name.
     *
     * @throws CallListException INVALID_CONFIG when there is none; the message lists the existing names
     */
    public Connection named(String name) {
        return connections.stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(
                        connections.isEmpty()
                                ? "there is no connection " + name + ", because " + file
                                        + " has no connections; 'callist connections --help' shows an example"
                                : "there is no connection " + name + " in " + file + "; choose from " + names()));
    }

    private String names() {
        return connections.stream().map(Connection::name).collect(Collectors.joining(", "));
    }

    static CallListException refused(String detail) {
        return CallListException.of(Kind.INVALID_CONFIG, "connections")
                .detail(detail)
                .build()
                .asException();
    }
}
