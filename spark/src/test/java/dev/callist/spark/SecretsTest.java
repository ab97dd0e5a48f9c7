package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String CANARY = "canary-7f3a";

    @TempDir
    Path folder;

    private BirdSandbox bird;

    /** A vault with the sandbox's key. */
    public static final class TestVault implements SecretResolver {
        @Override
        public String resolve(String reference) {
            if (!reference.equals("billing/bird")) {
                throw new IllegalArgumentException("the vault has no such secret");
            }
            return BirdSandbox.ACCESS_KEY;
        }
    }

    @BeforeEach
    void start() {
        bird = BirdSandbox.start(300);
    }

    @AfterEach
    void stop() {
        bird.close();
    }

    private AccountViews account(String key) {
        return new AccountViews()
                .add(
                        "north",
                        "bird",
                        Map.of(
                                "workspaceId",
                                BirdSandbox.WORKSPACE_ID,
                                "baseUrl",
                                bird.url().toString(),
                                "accessKey",
                                key),
                        null);
    }

    @Test
    void resolvesEachKindOfReferenceAndShowsTheSecretNowhere() throws Exception {
        Path file = Files.writeString(folder.resolve("bird.key"), BirdSandbox.ACCESS_KEY + "\n");
        for (String reference : List.of("env:CALLIST_TEST_KEY", "file:" + file, "secret:billing/bird")) {
            Dataset<Row> calls = account(reference)
                    .reader()
                    .option("secretResolver", TestVault.class.getName())
                    .load();
            assertThat(calls.count()).as(reference).isEqualTo(300);
            calls.explain(true);
            assertThat(calls.queryExecution().toString()).doesNotContain(BirdSandbox.ACCESS_KEY);
        }
        Path checkpoint = folder.resolve("checkpoint");
        account("file:" + file).reader();
        LocalSpark.session()
                .readStream()
                .format("callist")
                .option("accounts", AccountViews.VIEW)
                .load()
                .writeStream()
                .option("checkpointLocation", checkpoint.toString())
                .trigger(Trigger.AvailableNow())
                .format("parquet")
                .option("path", folder.resolve("table").toString())
                .start()
                .awaitTermination();
        assertThat(LocalSpark.session()
                        .read()
                        .parquet(folder.resolve("table").toString())
                        .count())
                .isEqualTo(300);
        LocalSpark.drain();
        assertThat(texts(checkpoint)).isNotEmpty().noneMatch(text -> text.contains(BirdSandbox.ACCESS_KEY));
        assertThat(texts(LocalSpark.EVENTS)).isNotEmpty().noneMatch(text -> text.contains(BirdSandbox.ACCESS_KEY));
        assertThat(texts(LocalSpark.LOG)).isNotEmpty().noneMatch(text -> text.contains(BirdSandbox.ACCESS_KEY));
    }

    @Test
    void showsASecretThatIsRefusedNowhere() throws Exception {
        Path file = Files.writeString(folder.resolve("bird.key"), CANARY);
        Dataset<Row> calls = account("file:" + file).calls();
        assertThatThrownBy(calls::count).hasMessageContaining("AUTHENTICATION").hasMessageNotContaining(CANARY);
        LocalSpark.drain();
        assertThat(texts(LocalSpark.EVENTS)).noneMatch(text -> text.contains(CANARY));
        assertThat(texts(LocalSpark.LOG)).noneMatch(text -> text.contains(CANARY));
    }

    @Test
    void refusesASecretInTheSettings() {
        assertThatThrownBy(() -> account(CANARY).calls().count())
                .hasMessageContaining("account north: accessKey must be a reference")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void refusesASecretAsAnOption() {
        assertThatThrownBy(() -> account("env:CALLIST_TEST_KEY")
                        .reader()
                        .option("accessKey", CANARY)
                        .load())
                .hasMessageContaining("is a secret, which Spark would show in plans")
                .hasMessageNotContaining(CANARY);
    }

    @Test
    void saysWhichReferenceLeadsNowhere() {
        assertThatThrownBy(() -> account("env:CALLIST_TEST_ABSENT").calls().count())
                .hasMessageContaining(
                        "account north: accessKey: the environment variable CALLIST_TEST_ABSENT is not set");
        assertThatThrownBy(() -> account("secret:billing/bird").calls().count())
                .hasMessageContaining("the option secretResolver must name the class");
    }

    private static List<String> texts(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).map(SecretsTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
