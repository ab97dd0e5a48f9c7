package dev.callist.spark.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.spark.LocalSpark;
import dev.callist.spark.ManyAccountsProtocol;
import dev.callist.testkit.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors that are killed while they read. More rounds with {@code -Dcallist.sparkKills=20}. */
class KilledExecutorTest {
    private static final int KILLS = Integer.getInteger("callist.sparkKills", 1);
    private static final int ACCOUNTS = 24;
    private static final int CALLS = 1_500;

    @TempDir
    Path folder;

    private final Random random = new Random(43);

    @Test
    void losesAndRepeatsNoCall() throws Exception {
        try (Sandbox server = Sandbox.start(new ManyAccountsProtocol(name -> CALLS))) {
            Path accounts = Files.writeString(
                    folder.resolve("accounts.jsonl"),
                    IntStream.range(0, ACCOUNTS)
                            .mapToObj(number -> account(server, number))
                            .collect(Collectors.joining("\n")));
            try (SparkProcess process = SparkProcess.start(
                    ClusterProgram.class,
                    folder,
                    accounts.toString(),
                    folder.toString(),
                    String.valueOf(KILLS),
                    SparkProcess.classFolders(),
                    SparkProcess.OPTIONS)) {
                int killed = 0;
                for (int round = 0; round < KILLS; round++) {
                    killed += killOneExecutor(server, process, round);
                }
                assertThat(process.exitCode()).as(process.output()).isZero();
                assertThat(killed).isEqualTo(KILLS);
            }
            List<String> truth = IntStream.range(0, ACCOUNTS)
                    .boxed()
                    .flatMap(number ->
                            IntStream.range(0, CALLS).mapToObj(index -> "w" + number + " " + server.id(index)))
                    .sorted()
                    .toList();
            for (int round = 0; round < KILLS; round++) {
                assertThat(rows(round)).isEqualTo(truth);
            }
        }
    }

    /** Kills one of the executors once the round has sent some requests; returns how many were killed. */
    private int killOneExecutor(Sandbox server, SparkProcess process, int round) throws InterruptedException {
        Path begun = folder.resolve("round-" + round);
        int requests = random.nextInt(1, ACCOUNTS);
        int before = server.requestCount();
        boolean goesOn = true;
        while (goesOn && (!Files.exists(begun) || server.requestCount() < before + requests)) {
            goesOn = process.goesOn();
        }
        Optional<ProcessHandle> executor = process.executors().findFirst();
        executor.ifPresent(ProcessHandle::destroyForcibly);
        Path done = begun.resolve("_SUCCESS");
        while (goesOn && !Files.exists(done)) {
            goesOn = process.goesOn();
        }
        return executor.isPresent() ? 1 : 0;
    }

    private List<String> rows(int round) {
        return LocalSpark.session()
                .read()
                .parquet(folder.resolve("round-" + round).toString())
                .collectAsList()
                .stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .sorted()
                .toList();
    }

    private static String account(Sandbox server, int number) {
        return "{\"name\": \"a" + number
                + "\", \"provider\": \"bird\", \"secret\": \"env:CALLIST_TEST_KEY\", \"settings\":"
                + " {\"workspaceId\": \"w" + number + "\", \"baseUrl\": \"" + server.url() + "\"}}";
    }
}
