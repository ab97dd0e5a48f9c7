package dev.callist.spark;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import scala.jdk.javaapi.CollectionConverters;

/** The metrics of Callist in an executed plan. */
final class PlanMetrics {
    private PlanMetrics() {}

    static Map<String, Long> of(SparkPlan plan) {
        Map<String, Long> found = new HashMap<>();
        CollectionConverters.asJava(plan.metrics()).forEach((name, metric) -> {
            if (name.startsWith("callist")) {
                found.put(name, metric.value());
            }
        });
        if (plan instanceof AdaptiveSparkPlanExec adaptive) {
            found.putAll(of(adaptive.executedPlan()));
        } else if (plan instanceof QueryStageExec stage) {
            found.putAll(of(stage.plan()));
        }
        CollectionConverters.asJava(plan.children()).forEach(child -> found.putAll(of(child)));
        return found;
    }
}
