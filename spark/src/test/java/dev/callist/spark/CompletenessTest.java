package dev.callist.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Deviation;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SearchSandbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.util.QueryExecutionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class CompletenessTest {
    private static final Fault ODD_ROW =
            Fault.rewritten(body -> body.replaceFirst("\\{\"results\":\\[", "{\"results\":[7,"));

    /** Enough for several slices of ten pages of a hundred calls. */
    private static final int LARGE = 4_000;

    private final List<String> doubts = new CopyOnWriteArrayList<>();
    private final SparkListener listener = new SparkListener() {
        @Override
        public void onStageCompleted(SparkListenerStageCompleted stage) {
            CollectionConverters.asJava(stage.stageInfo().accumulables()).forEach((id, value) -> {
                if (value.name().contains("callist slices in doubt")) {
                    doubts.add(value.value().get().toString());
                }
            });
        }
    };
    private BirdSandbox bird;

    @BeforeEach
    void start() {
        bird = BirdSandbox.start(500);
        LocalSpark.session().sparkContext().addSparkListener(listener);
    }

    @AfterEach
    void stop() {
        LocalSpark.session().sparkContext().removeSparkListener(listener);
        bird.close();
    }

    private Dataset<Row> calls(String onIncomplete) {
        return new AccountViews()
                .sandbox("north", bird)
                .reader()
                .option("onIncomplete", onIncomplete)
                .option("slices", "none")
                .load();
    }

    @Test
    void failsAQueryWhoseListHasARowThatIsNotACall() {
        bird.always(ODD_ROW);
        assertThatThrownBy(() -> calls("fail").count())
                .hasMessageContaining("north ../")
                .hasMessageContaining("is INCOMPLETE: a row was not a call")
                .hasMessageContaining("onIncomplete");
    }

    @Test
    void keepsTheOtherCallsIfToldTo() {
        bird.always(ODD_ROW);
        Map<String, Long> metrics = new ConcurrentHashMap<>();
        QueryExecutionListener watch = metricsInto(metrics);
        LocalSpark.session().listenerManager().register(watch);
        try {
            assertThat(calls("warn").count()).isEqualTo(500);
            LocalSpark.drain();
        } finally {
            LocalSpark.session().listenerManager().unregister(watch);
        }
        assertThat(metrics)
                .containsEntry("callistPages", 1L)
                .containsEntry("callistRejected", 1L)
                .containsEntry("callistInDoubt", 1L)
                .containsEntry("callistDuplicates", 0L)
                .containsEntry("callistRetries", 0L);
        assertThat(doubts).anyMatch(text -> text.contains("north ../") && text.contains("INCOMPLETE"));
    }

    @Test
    void namesASliceThatMayBeIncomplete() {
        try (SearchSandbox search = SearchSandbox.start(30)) {
            search.always(Fault.rewritten(body -> body.replaceFirst("\"total\":30", "\"total\":31")));
            Dataset<Row> calls = new AccountViews()
                    .sandbox("north", search)
                    .reader()
                    .option("slices", "none")
                    .load();
            assertThat(calls.count()).isEqualTo(30);
            LocalSpark.drain();
            assertThat(doubts)
                    .anyMatch(text -> text.contains("north ../")
                            && text.contains("is UNKNOWN: ")
                            && text.contains("the provider counts more rows than it returned"));
        }
    }

    @Test
    void cutsNoListThatHasCallsWithoutATime() {
        try (BirdSandbox large = BirdSandbox.start(LARGE)) {
            large.deviating(Deviation.undatedCalls());
            Dataset<Row> calls = inSmallPages(large, "fail").select("id", "created_at");
            assertThat(calls.rdd().getNumPartitions()).isEqualTo(1);
            assertThat(calls.select("id").distinct().count()).isEqualTo(LARGE);
            assertThat(calls.where("created_at IS NULL").count()).isPositive();
        }
    }

    @Test
    void saysThatACallWithoutATimeWasInNoWindow() {
        try (BirdSandbox large = BirdSandbox.start(LARGE)) {
            String id = large.id(LARGE / 2);
            large.always(UndatedCalls.of(List.of(id)));
            assertThatThrownBy(() -> inSmallPages(large, "fail").count())
                    .hasMessageContaining("is INCOMPLETE: a call without a time is in no window")
                    .hasMessageContaining("set slices to none");
            assertThat(inSmallPages(large, "warn").count()).isEqualTo(LARGE - 1);
            LocalSpark.drain();
            assertThat(doubts).anyMatch(text -> text.contains("a call without a time is in no window"));
            Dataset<Row> whole = new AccountViews()
                    .sandbox("north", large)
                    .reader()
                    .option("slices", "none")
                    .load();
            assertThat(whole.count()).isEqualTo(LARGE);
            assertThat(inSmallPages(large, "fail")
                            .where("created_at > timestamp '2020-01-01'")
                            .count())
                    .isEqualTo(LARGE - 1);
        }
    }

    private static Dataset<Row> inSmallPages(BirdSandbox bird, String onIncomplete) {
        return new AccountViews()
                .sandbox("north", bird)
                .reader()
                .option("onIncomplete", onIncomplete)
                .option("pageSize", "100")
                .load();
    }

    @Test
    void failsWhenAPageCannotBeRead() {
        bird.always(Fault.status(401));
        assertThatThrownBy(() -> calls("warn").count()).hasMessageContaining("AUTHENTICATION");
    }

    @Test
    void countsRetries() {
        bird.on(1, Fault.status(503).withHeader("Retry-After", "0"));
        Map<String, Long> metrics = new ConcurrentHashMap<>();
        QueryExecutionListener watch = metricsInto(metrics);
        LocalSpark.session().listenerManager().register(watch);
        try {
            assertThat(calls("fail").count()).isEqualTo(500);
            LocalSpark.drain();
        } finally {
            LocalSpark.session().listenerManager().unregister(watch);
        }
        assertThat(metrics).containsEntry("callistRetries", 1L).containsEntry("callistInDoubt", 0L);
    }

    private static QueryExecutionListener metricsInto(Map<String, Long> metrics) {
        return new QueryExecutionListener() {
            @Override
            public void onSuccess(String name, QueryExecution query, long nanos) {
                PlanMetrics.of(query.executedPlan()).forEach(metrics::put);
            }

            @Override
            public void onFailure(String name, QueryExecution query, Exception failure) {}
        };
    }
}
