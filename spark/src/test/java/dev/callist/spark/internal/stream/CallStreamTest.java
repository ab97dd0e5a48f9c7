package dev.callist.spark.internal.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.spark.LocalSpark;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.OptionReader;
import dev.callist.spark.internal.slice.CallSlice;
import dev.callist.sync.CallColumn;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives a stream by hand, with a clock of its own. */
class CallStreamTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final ChangingCalls calls = ChangingCalls.of(7, START, Duration.ofMinutes(20));
    private final ManualTime time = ManualTime.startingAt(START);
    private BirdSandbox bird;

    @BeforeEach
    void start() {
        bird = BirdSandbox.start(calls, time, 0);
    }

    @AfterEach
    void stop() {
        bird.close();
    }

    private CallStream stream(Map<String, String> options) {
        SparkAccount account = new SparkAccount(
                "north",
                "bird",
                Map.of(
                        "workspaceId",
                        BirdSandbox.WORKSPACE_ID,
                        "baseUrl",
                        bird.url().toString(),
                        "accessKey",
                        "env:CALLIST_TEST_KEY"));
        CallRead read = new CallRead(
                OptionReader.read(options),
                List.of(CallColumn.ID, CallColumn.STATUS, CallColumn.DURATION),
                new CallFilters(),
                List.of(account),
                OptionalInt.empty());
        return new CallStream(read, LocalSpark.session().sparkContext(), time::now);
    }

    private void advance(Duration by) {
        time.advance(by);
    }

    private static Instant truncated(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<CallSlice> slices(CallStream stream, Offset start, Offset end) {
        return Stream.of(stream.planInputPartitions(start, end))
                .map(CallSlice.class::cast)
                .toList();
    }

    private static Map<String, String> rows(CallStream stream, Offset start, Offset end) throws IOException {
        Map<String, String> rows = new HashMap<>();
        InputPartition[] partitions = stream.planInputPartitions(start, end);
        PartitionReaderFactory factory = stream.createReaderFactory();
        for (InputPartition partition : partitions) {
            try (PartitionReader<InternalRow> reader = factory.createReader(partition)) {
                while (reader.next()) {
                    InternalRow row = reader.get();
                    rows.put(row.getString(0), row.getString(1) + (row.isNullAt(2) ? "" : row.getDecimal(2, 38, 18)));
                }
            }
        }
        return rows;
    }

    @Test
    void followsCallsThatAreListedLateOrChange() throws IOException {
        CallStream stream = stream(Map.of());
        Map<String, String> table = new HashMap<>();
        Set<String> listed = new HashSet<>();
        Offset last = stream.initialOffset();
        for (int day = 0; day < 20; day++) {
            advance(Duration.ofHours(day < 10 ? 24 : 12));
            Offset next = stream.latestOffset(last, stream.getDefaultReadLimit());
            table.putAll(rows(stream, last, next));
            calls.at(time.now()).forEach(call -> listed.add(call.id().toString()));
            last = next;
        }
        Map<String, String> truth = rows(stream(Map.of()), StreamOffset.START, last);
        assertThat(truth).hasSizeGreaterThan(900);
        table.keySet().removeIf(id -> wasDeleted(id, listed, truth.keySet()));
        assertThat(table).isEqualTo(truth);
        Instant settled = time.now().minus(Duration.ofDays(3));
        assertThat(calls.at(time.now()).stream().filter(call -> call.createdAt().isBefore(settled)))
                .allMatch(call -> table.containsKey(call.id().toString()));
    }

    /** A call that was deleted stays in the table. */
    private static boolean wasDeleted(String id, Set<String> listedBefore, Set<String> listedNow) {
        return listedBefore.contains(id) && !listedNow.contains(id);
    }

    @Test
    void readsAgainFromTheOldestOpenCallOnceItIsKnown() throws IOException {
        CallStream stream = stream(Map.of("lookback", "PT1H", "openFor", "P5D"));
        advance(Duration.ofDays(10));
        Offset first = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        rows(stream, stream.initialOffset(), first);
        Instant watermark = truncated(time.now());
        advance(Duration.ofHours(1));
        Offset second = stream.latestOffset(first, stream.getDefaultReadLimit());
        Instant open = StreamOffset.parse(second.json())
                .of("north")
                .orElseThrow()
                .oldestOpen()
                .orElseThrow();
        assertThat(open).isBefore(watermark.minus(Duration.ofHours(2)));
        Instant from = slices(stream, first, second).get(0).start().orElseThrow();
        Instant bound = watermark.minus(Duration.ofDays(5));
        assertThat(from).isEqualTo(open.isBefore(bound) ? bound : open);
    }

    @Test
    void readsAgainAsFarAsAllowedIfOpenCallsAreNotKnown() {
        CallStream before = stream(Map.of());
        advance(Duration.ofDays(10));
        Offset first = before.latestOffset(before.initialOffset(), before.getDefaultReadLimit());
        CallStream restarted = stream(Map.of());
        Offset start = restarted.deserializeOffset(first.json());
        Instant watermark = truncated(time.now());
        advance(Duration.ofHours(1));
        Offset second = restarted.latestOffset(start, restarted.getDefaultReadLimit());
        CallSlice slice = slices(restarted, start, second).get(0);
        assertThat(slice.start()).contains(watermark.minus(Duration.ofDays(7)));
        assertThat(slice.end()).contains(truncated(time.now()));
        assertThat(second.json()).doesNotContain("oldestOpen");
    }

    @Test
    void plansTheSameWindowsForABatchThatRunsAgain() throws IOException {
        CallStream stream = stream(Map.of());
        advance(Duration.ofDays(4));
        Offset first = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        rows(stream, stream.initialOffset(), first);
        advance(Duration.ofDays(1));
        Offset second = stream.latestOffset(first, stream.getDefaultReadLimit());
        List<CallSlice> planned = slices(stream, first, second);
        advance(Duration.ofDays(3));
        CallStream restarted = stream(Map.of());
        assertThat(slices(
                        restarted,
                        restarted.deserializeOffset(first.json()),
                        restarted.deserializeOffset(second.json())))
                .isEqualTo(planned);
    }

    @Test
    void catchesUpInStepsWithoutReadingOldCallsTwice() {
        advance(Duration.ofDays(30));
        CallStream stream = stream(Map.of("startingAt", START.toString(), "maxTimePerTrigger", "P10D"));
        stream.prepareForTriggerAvailableNow();
        Offset one = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        Offset two = stream.latestOffset(one, stream.getDefaultReadLimit());
        Offset three = stream.latestOffset(two, stream.getDefaultReadLimit());
        Offset four = stream.latestOffset(three, stream.getDefaultReadLimit());
        assertThat(four).isEqualTo(three);
        assertThat(slices(stream, stream.initialOffset(), one).get(0).toString())
                .isEqualTo("north 2026-03-01T00:00:00Z/2026-03-11T00:00:00Z");
        assertThat(slices(stream, one, two).get(0).toString())
                .isEqualTo("north 2026-03-11T00:00:00Z/2026-03-21T00:00:00Z");
        assertThat(slices(stream, two, three).get(0).toString())
                .isEqualTo("north 2026-03-21T00:00:00Z/2026-03-31T00:00:00Z");
        assertThat(slices(stream, three, stream.latestOffset(three, ReadLimit.allAvailable())))
                .isEmpty();
    }

    @Test
    void readsAgainOnlyOnceTheNextMinuteHasBegun() {
        CallStream stream = stream(Map.of());
        advance(Duration.ofDays(10).plusSeconds(20));
        Offset first = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        assertThat(watermark(first)).isEqualTo(START.plus(Duration.ofDays(10)));
        advance(Duration.ofSeconds(39));
        Offset second = stream.latestOffset(first, stream.getDefaultReadLimit());
        assertThat(second).isEqualTo(first);
        assertThat(stream.planInputPartitions(first, second)).isEmpty();
        advance(Duration.ofSeconds(1));
        Offset third = stream.latestOffset(second, stream.getDefaultReadLimit());
        assertThat(watermark(third)).isEqualTo(START.plus(Duration.ofDays(10).plusMinutes(1)));
        assertThat(bird.requestCount()).isZero();
    }

    @Test
    void readsAgainAtTheStepsThatAnOptionGives() {
        CallStream stream = stream(Map.of("minTimePerTrigger", "PT1H"));
        Offset last = stream.initialOffset();
        Set<Instant> ends = new LinkedHashSet<>();
        for (int minute = 0; minute < 24 * 60; minute++) {
            advance(Duration.ofMinutes(1));
            last = stream.latestOffset(last, stream.getDefaultReadLimit());
            ends.add(watermark(last));
        }
        assertThat(ends).hasSize(25).last().isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void readsUpToTheMomentInARunThatEnds() {
        CallStream stream = stream(Map.of("minTimePerTrigger", "PT1H"));
        advance(Duration.ofDays(10).plusSeconds(20));
        stream.prepareForTriggerAvailableNow();
        Offset first = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        assertThat(watermark(first)).isEqualTo(truncated(time.now()));
        CallStream goesOn = stream(Map.of("minTimePerTrigger", "PT1H"));
        assertThat(goesOn.latestOffset(first, goesOn.getDefaultReadLimit())).isEqualTo(first);
    }

    @Test
    void readsUpToAGivenEndOnceItHasCome() {
        Instant end = START.plus(Duration.ofDays(10).plusSeconds(30));
        CallStream stream = stream(Map.of("endingAt", end.toString()));
        advance(Duration.ofDays(10));
        Offset first = stream.latestOffset(stream.initialOffset(), stream.getDefaultReadLimit());
        assertThat(watermark(first)).isEqualTo(time.now());
        advance(Duration.ofSeconds(40));
        Offset second = stream.latestOffset(first, stream.getDefaultReadLimit());
        assertThat(watermark(second)).isEqualTo(end);
        advance(Duration.ofDays(1));
        assertThat(stream.latestOffset(second, stream.getDefaultReadLimit())).isEqualTo(second);
    }

    private static Instant watermark(Offset offset) {
        return StreamOffset.parse(offset.json()).of("north").orElseThrow().watermark();
    }

    @Test
    void refusesACheckpointOfAnotherVersion() {
        assertThatThrownBy(() -> StreamOffset.parse("{\"version\":2,\"accounts\":{}}"))
                .hasMessageContaining("another version of Callist");
        assertThatThrownBy(() -> StreamOffset.parse("seven days")).hasMessageContaining("not of Callist");
    }
}
