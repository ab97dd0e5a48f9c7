package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    @TempDir
    Path folder;

    private final SparkSession spark = LocalSpark.session();
    private Sandbox server;

    @BeforeEach
    void start() {
        server = Sandbox.start(new ManyAccountsProtocol(name -> Integer.parseInt(name.substring(1))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsTheAccountsOfAFileOfConnections() throws IOException {
        Files.writeString(folder.resolve("bird.key"), BirdSandbox.ACCESS_KEY);
        Path file = Files.writeString(folder.resolve("config.yml"), """
                connections:
                  north:
                    provider: bird
                    workspaceId: w30
                    baseUrl: %1$s
                    accessKey: env:CALLIST_TEST_KEY
                  south:
                    provider: bird
                    workspaceId: w12
                    baseUrl: %1$s
                    accessKey: file:bird.key
                """.formatted(server.url()));
        DataFrameReader reader = spark.read().format("callist").option("connections", file.toString());
        assertThat(reader.load().count()).isEqualTo(42);
        assertThat(reader.option("connection", "south").load().count()).isEqualTo(12);
        assertThatThrownBy(() -> reader.option("connection", "west").load().count())
                .hasMessageContaining("there is no connection west in ");
    }

    @Test
    void readsTheAccountsOfAFileOfJsonLines() throws IOException {
        Path file = Files.writeString(folder.resolve("accounts.jsonl"), """
                {"name": "north", "provider": "bird", "settings": {"workspaceId": "w30", "baseUrl": "%1$s"}, "secret": "env:CALLIST_TEST_KEY"}
                {"name": "south", "provider": "bird", "settings": {"workspaceId": "w12", "baseUrl": "%1$s", "authScheme": "bearer"}, "secret": "env:CALLIST_TEST_KEY"}
                """.formatted(server.url()));
        spark.read().json(file.toString()).createOrReplaceTempView("json_accounts");
        assertThat(spark
                        .read()
                        .format("callist")
                        .option("accounts", "json_accounts")
                        .load()
                        .groupBy("account")
                        .count()
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0) + "=" + row.getLong(1)))
                .containsExactlyInAnyOrder("w30=30", "w12=12");
    }

    @Test
    void namesTheAccountThatIsWrong() {
        assertThatThrownBy(() -> new AccountViews()
                        .bird("north", "w1", server.url())
                        .bird("north", "w2", server.url())
                        .calls()
                        .count())
                .hasMessageContaining("two accounts have the name north");
        assertThatThrownBy(() -> new AccountViews()
                        .add("north", "brid", Map.of(), null)
                        .calls()
                        .count())
                .hasMessageContaining("bird");
        assertThatThrownBy(() -> new AccountViews()
                        .add("north", "bird", Map.of("workspace", "w1"), "env:CALLIST_TEST_KEY")
                        .calls()
                        .count())
                .hasMessageContaining("account north: ")
                .hasMessageContaining("workspaceId");
        assertThatThrownBy(() -> new AccountViews()
                        .add("north", "bird", Map.of(), "env:CALLIST_TEST_KEY")
                        .calls()
                        .count())
                .hasMessageContaining("account north: workspaceId is missing");
        assertThatThrownBy(() -> new AccountViews().calls().count()).hasMessageContaining("there is no account");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        DataFrameReader reader =
                new AccountViews().bird("north", "w1", server.url()).reader();
        assertThatThrownBy(() -> reader.option("account", "accounts").load())
                .hasMessageContaining("there is no option account; the options are accounts, ");
        assertThatThrownBy(() -> new AccountViews()
                        .bird("north", "w1", server.url())
                        .reader()
                        .option("slices", "7 days")
                        .load())
                .hasMessageContaining("slices must be a duration such as P7D or PT6H, auto or none");
        assertThat(server.requestCount()).isZero();
    }
}
