package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is, as people write it. No failure quotes the address, because it may contain a password by mistake.
 */
public final class StoreAddress {
    private static final String POSTGRES = "jdbc:postgresql:";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final Pattern OTHER_URL =
            Pattern.compile("(?i)(jdbc|postgres|postgresql|sqlite|file):.*|[a-z+]+://.*");

    private StoreAddress() {}

    /** A SQLite file. */
    public static Database of(Path file) {
        return new SqliteDatabase(file);
    }

    /**
     * A database.
     *
     * @param address the path of a SQLite file, {@code jdbc:sqlite:path}, or {@code
     *     jdbc:postgresql://host:port/database?user=name}
     * @param password of a PostgreSQL user; null for none
     */
    public static Database of(String address, @Nullable CharSequence password) {
        if (address.startsWith(POSTGRES)) {
            refusePassword(address);
            return new PostgresDatabase(address, password);
        }
        String path = address.startsWith(SQLITE) ? address.substring(SQLITE.length()) : address;
        boolean isPath = !path.isBlank()
                && !path.startsWith(":")
                && !OTHER_URL.matcher(path).matches();
        if (!isPath || (address.startsWith(SQLITE) && path.contains("?"))) {
            throw invalid(
                    "the store must be the path of a SQLite file, or jdbc:postgresql://host:port/database?user=name");
        }
        try {
            return of(Path.of(path));
        } catch (InvalidPathException e) {
            throw invalid("the path of the store has characters that a path cannot have");
        }
    }

    private static void refusePassword(String url) {
        String[] parts = url.split("\\?", 2);
        String parameters = parts.length == 1 ? "" : decoded(parts[1]).toLowerCase(Locale.ROOT);
        if (parts[0].contains("@") || decoded(parts[0]).contains("@") || parameters.contains("password")) {
            throw invalid("the address of the store must not contain a password; remove it, and set PGPASSWORD");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("the address of the store has a % that is not followed by two hexadecimal digits");
        }
    }

    private static CallStoreException invalid(String message) {
        return new CallStoreException(Kind.INVALID_CONFIG, message);
    }
}
