package dev.callist.spark.internal.account;

import dev.callist.provider.ProviderFactory.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as rows: {@code name} and {@code provider}, {@code settings} as a map or as a struct of texts, and perhaps
 * {@code secret}, a reference to the provider's secret.
 */
final class AccountTable {
    private static final String NAME = "name";
    private static final String PROVIDER = "provider";
    private static final String SETTINGS = "settings";
    private static final String SECRET = "secret";

    private AccountTable() {}

    static List<SparkAccount> read(Dataset<Row> table) {
        StructType columns = table.schema();
        List<String> names = List.of(columns.fieldNames());
        if (!names.containsAll(List.of(NAME, PROVIDER))) {
            throw AccountSource.refused("the table of accounts must have the columns name and provider");
        }
        List<SparkAccount> accounts = new ArrayList<>();
        for (Row row : table.collectAsList()) {
            accounts.add(account(row, names));
        }
        return accounts;
    }

    private static SparkAccount account(Row row, List<String> names) {
        String name = row.getAs(NAME);
        String provider = row.getAs(PROVIDER);
        if (name == null || provider == null) {
            throw AccountSource.refused("an account has no name or no provider");
        }
        Map<String, String> settings = names.contains(SETTINGS) ? settings(row.getAs(SETTINGS)) : new HashMap<>();
        String secret = names.contains(SECRET) ? row.getAs(SECRET) : null;
        SparkAccount account = new SparkAccount(name, provider, settings);
        if (secret == null) {
            return account;
        }
        settings.put(secretSetting(account), secret);
        return new SparkAccount(name, provider, settings);
    }

    private static Map<String, String> settings(@Nullable Object value) {
        Map<String, String> settings = new HashMap<>();
        if (value instanceof Row row) {
            for (String name : row.schema().fieldNames()) {
                put(settings, name, row.getAs(name));
            }
        } else if (value instanceof scala.collection.Map<?, ?> map) {
            scala.jdk.javaapi.CollectionConverters.asJava(map)
                    .forEach((name, text) -> put(settings, String.valueOf(name), text));
        } else if (value != null) {
            throw AccountSource.refused("the column settings must be a map or a struct");
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object text) {
        if (text != null) {
            settings.put(name, text.toString());
        }
    }

    private static String secretSetting(SparkAccount account) {
        List<String> secrets = account.factory().settings().stream()
                .filter(setting -> setting.isSecret() && !setting.example().isEmpty())
                .map(Setting::name)
                .toList();
        if (secrets.size() != 1) {
            throw account.refused(
                    "the column secret is for providers with one secret; put the references into settings");
        }
        return secrets.get(0);
    }
}
