package dev.callist.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostFitTest {
    private static final ReadCosts COSTS = new ReadCosts(0.008, 14e-6, 0.03);

    private static MeasuredRun run(int accounts, long calls, double delay, int cores) {
        MeasuredRun run = new MeasuredRun(accounts, calls, 1_000, delay, cores, 0);
        return new MeasuredRun(accounts, calls, 1_000, delay, cores, run.predicted(COSTS));
    }

    @Test
    void findsTheCostsThatTheRunsHad() {
        List<MeasuredRun> runs =
                List.of(run(200, 999, 0, 1), run(200, 999, 0, 2), run(20, 19_999, 0, 2), run(20, 19_999, 0.05, 2));
        ReadCosts found = new CostFit(runs).fit();
        assertThat(found.requestSeconds()).isCloseTo(COSTS.requestSeconds(), within(0.000_5));
        assertThat(found.callSeconds()).isCloseTo(COSTS.callSeconds(), within(0.5e-6));
        assertThat(found.taskSeconds()).isCloseTo(COSTS.taskSeconds(), within(0.000_5));
        MeasuredRun other = run(50, 4_999, 0.02, 1);
        assertThat(other.predicted(found)).isCloseTo(other.seconds(), within(0.02 * other.seconds()));
    }

    @Test
    void readsARunAsText() {
        assertThat(MeasuredRun.parse("1000,999,1000,50,2,31.5"))
                .isEqualTo(new MeasuredRun(1_000, 999, 1_000, 0.05, 2, 31.5));
        assertThatThrownBy(() -> MeasuredRun.parse("1000,999"))
                .hasMessage("a run is ACCOUNTS,CALLS,PAGE_SIZE,DELAY_MS,CORES,SECONDS");
    }
}
