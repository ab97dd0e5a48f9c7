package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Spark does not evaluate a filter again that was pushed down, so the scan must leave out what it excludes. */
class CallsWithoutATimeTest {
    private static final int CALLS = 60;

    /** With times that are replaced by those of two calls. */
    private static final List<String> FILTERS = List.of(
            "created_at < timestamp '2099-01-01'",
            "created_at <= timestamp '2099-01-01'",
            "created_at >= timestamp '2020-01-01'",
            "created_at > timestamp '2020-01-01'",
            "created_at < timestamp 'OLDER'",
            "created_at <= timestamp 'OLDER'",
            "created_at >= timestamp 'OLDER'",
            "created_at > timestamp 'OLDER'",
            "created_at = timestamp 'OLDER'",
            "created_at <=> timestamp 'OLDER'",
            "created_at <> timestamp 'OLDER'",
            "created_at IN (timestamp 'OLDER', timestamp 'NEWER')",
            "created_at NOT IN (timestamp 'OLDER', timestamp 'NEWER')",
            "created_at BETWEEN timestamp 'OLDER' AND timestamp 'NEWER'",
            "created_at BETWEEN timestamp 'OLDER' AND timestamp '2099-01-01'",
            "created_at NOT BETWEEN timestamp 'OLDER' AND timestamp 'NEWER'",
            "created_at IS NOT NULL",
            "created_at IS NULL",
            "NOT created_at < timestamp 'OLDER'",
            "NOT created_at >= timestamp '2099-01-01'",
            "NOT (created_at >= timestamp '2099-01-01' OR direction = 'INBOUND')",
            "created_at < timestamp '2099-01-01' OR created_at IS NULL",
            "created_at < timestamp 'OLDER' OR direction = 'INBOUND'",
            "created_at < timestamp '2099-01-01' AND created_at IS NULL",
            "created_at < timestamp '2099-01-01' AND direction = 'INBOUND'",
            "created_at < timestamp '2099-01-01' AND duration >= 0");

    private static List<String> ids(Dataset<Row> calls) {
        return calls.select("id").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    /** Compares each filter with that of Spark on the same rows, with and without a limit that is not reached. */
    private static void assertThatFiltersAreThoseOfSpark(Dataset<Row> calls) {
        List<Row> all = calls.collectAsList();
        List<Timestamp> times = all.stream()
                .map(row -> row.<Timestamp>getAs("created_at"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        assertThat(times).hasSizeBetween(CALLS - 10, CALLS - 2);
        List<String> filters = FILTERS.stream()
                .map(filter -> filter.replace("OLDER", text(times.get(CALLS / 3)))
                        .replace("NEWER", text(times.get(CALLS / 2))))
                .toList();
        List<Row> matches = LocalSpark.session()
                .createDataFrame(all, calls.schema())
                .selectExpr(Stream.concat(Stream.of("id"), filters.stream()).toArray(String[]::new))
                .collectAsList();
        for (int i = 0; i < filters.size(); i++) {
            int column = i + 1;
            String filter = filters.get(i);
            List<String> expected = matches.stream()
                    .filter(row -> !row.isNullAt(column) && row.getBoolean(column))
                    .map(row -> row.getString(0))
                    .sorted()
                    .toList();
            assertThat(ids(calls.where(filter))).as(filter).isEqualTo(expected);
            assertThat(ids(calls.where(filter).limit(2 * CALLS)))
                    .as("%s with a limit", filter)
                    .isEqualTo(expected);
        }
    }

    private static String text(Timestamp time) {
        return time.toInstant().toString();
    }

    @Test
    void matchNoFilterOnTheTimeThatTheServerApplies() {
        try (BirdSandbox bird = BirdSandbox.start(CALLS)) {
            bird.always(UndatedCalls.of(
                    IntStream.of(0, 7, 25, 40, 59).mapToObj(bird::id).toList()));
            assertThatFiltersAreThoseOfSpark(
                    new AccountViews().sandbox("north", bird).calls());
        }
    }

    @Test
    void matchNoFilterOnTheTimeThatTheWalkApplies() {
        try (SignalWireSandbox signalwire = SignalWireSandbox.start(CALLS)) {
            signalwire.deviating(Deviation.undatedCalls());
            assertThatFiltersAreThoseOfSpark(
                    new AccountViews().sandbox("north", signalwire).calls());
        }
    }

    @Test
    void areKeptByTheEndOfAList() {
        try (BirdSandbox bird = BirdSandbox.start(CALLS)) {
            bird.always(UndatedCalls.of(
                    IntStream.of(0, 7, 40, 59).mapToObj(bird::id).toList()));
            Dataset<Row> calls = new AccountViews()
                    .sandbox("north", bird)
                    .reader()
                    .option("endingAt", SandboxCall.at(29).createdAt().toString())
                    .load();
            assertThat(ids(calls))
                    .hasSize(2 + 30)
                    .contains(bird.id(0), bird.id(7))
                    .doesNotContain(bird.id(29))
                    .isEqualTo(ids(calls.limit(CALLS)));
            assertThat(ids(calls.where("created_at < timestamp '2099-01-01'")))
                    .hasSize(30 - 2)
                    .isEqualTo(ids(
                            calls.where("created_at < timestamp '2099-01-01'").limit(CALLS)));
        }
    }
}
