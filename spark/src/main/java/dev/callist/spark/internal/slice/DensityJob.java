package dev.callist.spark.internal.slice;

import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallRead;
import dev.callist.spark.internal.query.ReadOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/** Probes accounts in a job of its own, because only executors can open them. */
public final class DensityJob {
    private DensityJob() {}

    /** The densities of all accounts of a read, by name. */
    public static Map<String, AccountDensity> run(SparkContext spark, CallRead read) {
        ReadOptions options = read.options();
        DensityProbe probe = new DensityProbe(
                options.access(),
                read.filters(),
                DensityProbe.PageSize.of(options.limits().pageSize()),
                options.limits().requestsPerSecond());
        List<SparkAccount> accounts = read.accounts();
        List<Tuple2<String, AccountDensity>> found = JavaSparkContext.fromSparkContext(spark)
                .parallelize(accounts, accounts.size())
                .map(account -> new Tuple2<>(account.name(), probe.density(account)))
                .collect();
        Map<String, AccountDensity> densities = new HashMap<>();
        found.forEach(one -> densities.put(one._1(), one._2()));
        return densities;
    }
}
