package dev.callist.connections;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;

/**
 * The value of a setting, or why its reference cannot be resolved.
 *
 * @param value the value; absent if there is a problem
 * @param problem what is wrong, in words that hold no secret
 * @param secretFile the file that it was read from
 */
public record SettingValue(Optional<String> value, Optional<String> problem, Optional<Path> secretFile) {
    private static final String VARIABLE = "env:";
    private static final String FILE = "file:";
    private static final String HOME = "~/";
    private static final long MAX_BYTES = 65_536;

    /** Returns whether a text refers to a value elsewhere. */
    public static boolean isReference(String text) {
        return text.startsWith(VARIABLE) || text.startsWith(FILE);
    }

    /**
     * Returns what a text in a file of connections refers to.
     *
     * @param text a value, {@code env:NAME} or {@code file:PATH}
     * @param connections the file; paths are relative to its folder
     * @param environment the environment variables
     */
    public static SettingValue of(String text, Path connections, Map<String, String> environment) {
        if (text.startsWith(VARIABLE)) {
            return ofVariable(text.substring(VARIABLE.length()), environment);
        }
        return text.startsWith(FILE)
                ? ofFile(text.substring(FILE.length()), connections, environment)
                : new SettingValue(Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static SettingValue ofVariable(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty()
                ? problem("the environment variable " + name + " is not set")
                : new SettingValue(Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static SettingValue ofFile(String name, Path connections, Map<String, String> environment) {
        try {
            String path =
                    name.startsWith(HOME) ? ConnectionFile.home(environment) + name.substring(HOME.length() - 1) : name;
            Path file = connections.resolveSibling(path);
            if (!Files.isRegularFile(file)) {
                return problem(file + " is not a file");
            }
            if (Files.size(file) > MAX_BYTES) {
                return problem(file + " is too large for a secret");
            }
            String value = Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
            return value.isEmpty()
                    ? problem(file + " is empty")
                    : new SettingValue(Optional.of(value), Optional.empty(), Optional.of(file));
        } catch (InvalidPathException e) {
            return problem("file: is not followed by a path");
        } catch (IOException e) {
            return problem(name + " cannot be read; change its permissions");
        }
    }

    private static SettingValue problem(String problem) {
        return new SettingValue(Optional.empty(), Optional.of(problem), Optional.empty());
    }

    /** Returns the file if other users of this machine can read it. */
    Optional<Path> readableByOthers() {
        return secretFile.filter(file -> {
            try {
                return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
            } catch (IOException | UnsupportedOperationException e) {
                return false;
            }
        });
    }

    /** Whether there is a value; not the value. */
    @Override
    public String toString() {
        return "SettingValue[" + problem.orElse("resolved") + "]";
    }
}
