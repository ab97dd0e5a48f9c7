package dev.callist.spark;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.PlivoDialerSandbox;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.TwilioSandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Accounts as a temporary view, and how to read their calls. */
final class AccountViews {
    static final String VIEW = "accounts";

    private static final StructType COLUMNS = new StructType()
            .add("name", DataTypes.StringType)
            .add("provider", DataTypes.StringType)
            .add("settings", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
            .add("secret", DataTypes.StringType);

    private final List<Row> rows = new ArrayList<>();

    /** Adds an account of Bird whose key is in an environment variable. */
    AccountViews bird(String name, String workspace, URI url) {
        return add(name, "bird", Map.of("workspaceId", workspace, "baseUrl", url.toString()), "env:CALLIST_TEST_KEY");
    }

    /** Adds the only account of a sandbox. */
    AccountViews sandbox(String name, Sandbox server) {
        Map<String, String> settings;
        String provider;
        String secret;
        String url = server.url().toString();
        if (server instanceof SignalWireSandbox) {
            provider = "signalwire";
            secret = "env:CALLIST_TEST_TOKEN";
            settings = Map.of("projectId", SignalWireSandbox.PROJECT_ID, "baseUrl", url);
        } else if (server instanceof PlivoDialerSandbox) {
            provider = "plivo-dialer";
            secret = "env:CALLIST_TEST_DIALER";
            settings = Map.of("baseUrl", url);
        } else if (server instanceof SearchSandbox) {
            provider = "search";
            secret = "env:CALLIST_TEST_SEARCH";
            settings = Map.of("baseUrl", url, "organization", name);
        } else if (server instanceof TwilioSandbox) {
            provider = "twilio";
            secret = "env:CALLIST_TEST_TWILIO";
            settings = Map.of("accountSid", TwilioSandbox.ACCOUNT_SID, "baseUrl", url);
        } else {
            return bird(name, BirdSandbox.WORKSPACE_ID, server.url());
        }
        return add(name, provider, settings, secret);
    }

    AccountViews add(String name, String provider, Map<String, String> settings, String secret) {
        rows.add(RowFactory.create(name, provider, scala.jdk.javaapi.CollectionConverters.asScala(settings), secret));
        return this;
    }

    /** Registers the view. */
    DataFrameReader reader() {
        LocalSpark.session().createDataFrame(rows, COLUMNS).createOrReplaceTempView(VIEW);
        return LocalSpark.session().read().format("callist").option("accounts", VIEW);
    }

    /** The calls of these accounts. */
    Dataset<Row> calls() {
        return reader().load();
    }
}
