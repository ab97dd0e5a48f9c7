package dev.callist.spark.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.CallQuery;
import dev.callist.spark.LocalSpark;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of a stream that are killed while it reads, each continued by the next. More with {@code
 * -Dcallist.sparkKills=20}.
 */
class KilledDriverTest {
    private static final int KILLS = Integer.getInteger("callist.sparkKills", 1);
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(41);

    @Test
    void leavesATableThatEqualsTheTruth() throws Exception {
        ManualTime time = ManualTime.startingAt(START);
        ChangingCalls calls = ChangingCalls.of(3, START, Duration.ofMinutes(30));
        Set<String> listed = new HashSet<>();
        int killed = 0;
        try (BirdSandbox bird = BirdSandbox.start(calls, time, 0)) {
            Path accounts = accounts(bird);
            for (int round = 0; killed < KILLS; round++) {
                time.advance(Duration.ofDays(5));
                listed.addAll(ids(calls, time.now()));
                killed += run(bird, accounts, time.now(), random.nextInt(1, 4));
                assertThat(round).isLessThan(3 * KILLS + 3);
            }
            time.advance(Duration.ofDays(1));
            SparkSession spark = LocalSpark.session();
            MergingProgram.run(spark, accounts.toString(), folder.toString(), START, time.now());
            listed.removeAll(ids(calls, time.now()));
            List<Row> rows = spark.sql("SELECT id, raw FROM " + MergingProgram.table(folder.toString()))
                    .collectAsList();
            assertThat(rows).extracting(row -> row.getString(0)).doesNotHaveDuplicates();
            List<String> truth = truth(bird);
            assertThat(truth).hasSizeGreaterThan(100);
            assertThat(rows.stream()
                            .filter(row -> !listed.contains(row.getString(0)))
                            .map(row -> row.getString(1)))
                    .as("without calls that were deleted, which stay in the table")
                    .containsExactlyInAnyOrderElementsOf(truth);
        }
    }

    private static List<String> ids(ChangingCalls calls, Instant time) {
        return calls.at(time).stream().map(call -> call.id().toString()).toList();
    }

    /** Starts the stream, and kills it after some requests; 0 if it had ended by then. */
    private int run(BirdSandbox bird, Path accounts, Instant end, int requests) throws Exception {
        int before = bird.requestCount();
        try (SparkProcess process = start(accounts, end)) {
            boolean isKilled = true;
            while (isKilled && bird.requestCount() < before + requests) {
                isKilled = process.goesOn();
            }
            process.kill();
            return isKilled ? 1 : 0;
        }
    }

    private SparkProcess start(Path accounts, Instant end) {
        return SparkProcess.start(
                MergingProgram.class, folder, accounts.toString(), folder.toString(), START.toString(), end.toString());
    }

    private Path accounts(BirdSandbox bird) throws Exception {
        return Files.writeString(
                folder.resolve("accounts.jsonl"),
                "{\"name\": \"north\", \"provider\": \"bird\", \"secret\": \"env:CALLIST_TEST_KEY\", \"settings\":"
                        + " {\"workspaceId\": \"" + BirdSandbox.WORKSPACE_ID + "\", \"baseUrl\": \"" + bird.url()
                        + "\"}}\n");
    }

    /** The provider's JSON of each call, with its id. */
    private static List<String> truth(BirdSandbox bird) {
        try (CallLister lister = CallListers.of(
                "bird",
                Map.of(
                        "workspaceId",
                        BirdSandbox.WORKSPACE_ID,
                        "accessKey",
                        BirdSandbox.ACCESS_KEY,
                        "baseUrl",
                        bird.url().toString()))) {
            return lister.list(CallQuery.all()).stream()
                    .map(call -> (String) CallRow.of(call, "north").get(CallColumn.RAW))
                    .toList();
        }
    }
}
