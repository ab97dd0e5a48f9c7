package dev.callist.spark.internal.account;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.connections.Connection;
import dev.callist.connections.ConnectionFile;
import dev.callist.connections.SettingValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * Where the accounts of a query are named: a table, or a file of connections on the driver.
 *
 * @param table the name of a table or view; empty for none
 * @param file the path of a file of connections; empty for the user's own
 * @param names the connections to read; empty for all
 */
public record AccountSource(String table, String file, List<String> names) {
    private static final String FILE = "file:";

    /**
     * Reads the accounts. A table is read by a query of its own.
     *
     * @return at least one account, each with another name
     * @throws CallListException INVALID_CONFIG when there is no account, or when one is wrong; the message has no value
     */
    public List<SparkAccount> read() {
        List<SparkAccount> accounts = table.isEmpty()
                ? connections()
                : AccountTable.read(SparkSession.active().table(table));
        if (accounts.isEmpty()) {
            throw refused(
                    "there is no account; name some in a table (option accounts) or in a file (option connections)");
        }
        Set<String> seen = new HashSet<>();
        accounts.forEach(account -> {
            if (!seen.add(account.name())) {
                throw refused("two accounts have the name " + account.name());
            }
            account.checked();
        });
        return accounts;
    }

    private List<SparkAccount> connections() {
        ConnectionFile connections =
                file.isEmpty() ? ConnectionFile.of(System.getenv()) : ConnectionFile.read(Path.of(file));
        List<Connection> chosen = names.isEmpty()
                ? connections.connections()
                : names.stream().map(connections::named).toList();
        List<SparkAccount> accounts = new ArrayList<>();
        for (Connection connection : chosen) {
            Map<String, String> settings = new HashMap<>(connection.settings());
            settings.replaceAll((name, text) -> absolute(text, connection.file()));
            accounts.add(new SparkAccount(connection.name(), connection.provider(), settings));
        }
        return accounts;
    }

    /** A path relative to the file of connections, as a path that any folder may be the working directory of. */
    private static String absolute(String text, Path connections) {
        boolean isRelative = SettingValue.isReference(text)
                && text.startsWith(FILE)
                && !text.startsWith(FILE + "~/")
                && !Path.of(text.substring(FILE.length())).isAbsolute();
        return isRelative ? FILE + connections.toAbsolutePath().resolveSibling(text.substring(FILE.length())) : text;
    }

    static CallListException refused(String detail) {
        return CallListException.of(Kind.INVALID_CONFIG, "spark")
                .detail(detail)
                .build()
                .asException();
    }
}
