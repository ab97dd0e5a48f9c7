package dev.callist.benchmarks.simulation;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Predicts how long a read with Spark takes on clusters that are not available, and what limits it. */
@Command(
        name = "read-simulation",
        mixinStandardHelpOptions = true,
        description = "Simulates a read with Spark on clusters of several sizes.",
        showDefaultValues = true)
public final class ReadSimulation implements Callable<Integer> {
    @Option(names = "--accounts", description = "how many accounts")
    private int accounts = 10_000;

    @Option(names = "--calls", description = "calls of each account")
    private long calls = 100_000;

    @Option(names = "--page-size", description = "calls per request")
    private int pageSize = 1_000;

    @Option(names = "--rate", split = ",", description = "requests a second for each account; 0 for no limit")
    private double[] rates = {0, 10, 1};

    @Option(names = "--latency", description = "median milliseconds until a page has arrived")
    private double latency = 200;

    @Option(names = "--spread", description = "standard deviation of the logarithm of the latency")
    private double spread = 0.5;

    @Option(names = "--cores", split = ",", description = "tasks that run at once")
    private int[] cores = {10, 100, 1_000};

    @Option(names = "--call", description = "microseconds of core time for a call")
    private double call = 41;

    @Option(names = "--task", description = "milliseconds of core time to start and end a task")
    private double task = 3;

    @Option(names = "--driver", description = "milliseconds of driver time for a task")
    private double driver = 1;

    @Option(names = "--seed", description = "random seed of the latencies")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the simulation. */
    public static void main(String... args) {
        System.exit(new CommandLine(new ReadSimulation()).execute(args));
    }

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println("| cores | requests a second | time | limited by |\n| --: | --: | --: | --- |");
        for (double rate : rates) {
            for (int size : cores) {
                Workload workload = new Workload(
                        accounts, calls, pageSize, rate == 0 ? Double.POSITIVE_INFINITY : rate, latency / 1e3, spread);
                ClusterModel cluster = new ClusterModel(size, call / 1e6, task / 1e3, driver / 1e3);
                ReadPrediction found = new ReadModel(workload, cluster, seed).run();
                spec.commandLine()
                        .getOut()
                        .printf(
                                "| %,d | %s | %s | %s |%n",
                                size, rate == 0 ? "no limit" : rate, text(found.seconds()), found.limitedBy());
            }
        }
        return 0;
    }

    private static String text(double seconds) {
        return seconds < 120
                ? String.format("%.1f s", seconds)
                : seconds < 7_200 ? String.format("%.1f min", seconds / 60) : String.format("%.1f h", seconds / 3_600);
    }
}
