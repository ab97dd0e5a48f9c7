package dev.callist.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the model of a read to measured runs, and predicts runs that were not part of the fit. */
@Command(
        name = "read-fit",
        mixinStandardHelpOptions = true,
        description =
                "Fits the model of a read with Spark to measured runs, and compares its predictions with them. A run is"
                        + " ACCOUNTS,CALLS,PAGE_SIZE,DELAY_MS,CORES,SECONDS.")
public final class ReadFit implements Callable<Integer> {
    @Option(names = "--measured", required = true, description = "a run for the fit; at least three of them")
    private List<String> measured = new ArrayList<>();

    @Option(names = "--predict", description = "a run that is only predicted")
    private List<String> predicted = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the fit. */
    public static void main(String... args) {
        System.exit(new CommandLine(new ReadFit()).execute(args));
    }

    @Override
    public Integer call() {
        List<MeasuredRun> runs = measured.stream().map(MeasuredRun::parse).toList();
        ReadCosts costs = new CostFit(runs).fit();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "a request %.1f ms, a call %.1f us, a task %.1f ms%n",
                        1e3 * costs.requestSeconds(),
                        1e6 * costs.callSeconds(),
                        1e3 * costs.taskSeconds());
        print("fitted", runs, costs);
        print("predicted", predicted.stream().map(MeasuredRun::parse).toList(), costs);
        return 0;
    }

    private void print(String word, List<MeasuredRun> runs, ReadCosts costs) {
        for (MeasuredRun run : runs) {
            double seconds = run.predicted(costs);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d accounts, %,d calls each, delay %.0f ms, %d cores: measured %.2f s, model %.2f s (%.2f)%n",
                            word,
                            run.accounts(),
                            run.callsPerAccount(),
                            1e3 * run.delaySeconds(),
                            run.cores(),
                            run.seconds(),
                            seconds,
                            seconds / run.seconds());
        }
    }
}
