package dev.callist.benchmarks.simulation;

import java.util.List;

/**
 * Finds the costs with which the model is the closest to measured runs: the sum of the squares of ln(predicted ÷
 * measured) is the least. Changes one cost at a time by a factor, and makes the factor smaller when no change helps.
 */
final class CostFit {
    /** A request, a call and a task, as {@link ReadCosts#of} takes them. */
    private static final double[] START = {0.005, 0.000_005, 0.005};

    private static final double FIRST_FACTOR = 4;
    private static final double LAST_FACTOR = 1.000_1;

    private final List<MeasuredRun> runs;

    CostFit(List<MeasuredRun> runs) {
        this.runs = List.copyOf(runs);
    }

    ReadCosts fit() {
        double[] best = START.clone();
        double factor = FIRST_FACTOR;
        while (factor > LAST_FACTOR) {
            if (!isImproved(best, factor)) {
                factor = Math.sqrt(factor);
            }
        }
        return ReadCosts.of(best);
    }

    /** Tries each cost times and by the factor, and keeps what is better. */
    private boolean isImproved(double[] best, double factor) {
        boolean isImproved = false;
        double least = squares(ReadCosts.of(best));
        for (int i = 0; i < best.length; i++) {
            double before = best[i];
            double kept = before;
            for (double tried : new double[] {before * factor, before / factor}) {
                best[i] = tried;
                double squares = squares(ReadCosts.of(best));
                if (squares < least) {
                    least = squares;
                    kept = tried;
                    isImproved = true;
                }
            }
            best[i] = kept;
        }
        return isImproved;
    }

    private double squares(ReadCosts costs) {
        return runs.stream()
                .mapToDouble(run -> Math.log(run.predicted(costs) / run.seconds()))
                .map(error -> error * error)
                .sum();
    }
}
