package dev.callist.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadModelTest {
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

    private static ReadPrediction run(Workload workload, ClusterModel cluster) {
        return new ReadModel(workload, cluster, 1).run();
    }

    @Test
    void takesTheLatencyOfEachPageIfDecodingHidesBehindIt() {
        ReadPrediction found = run(new Workload(1, 9_999, 1_000, NO_LIMIT, 0.1, 0), new ClusterModel(1, 1e-5, 0, 0));
        assertThat(found.seconds()).isCloseTo(10 * 0.1 + 0.009_99, within(1e-9));
        assertThat(found.limitedBy()).isEqualTo("waiting for pages on all cores");
    }

    @Test
    void takesTheTimeOfTheCoresIfPagesArriveSooner() {
        ReadPrediction found = run(new Workload(40, 9_999, 1_000, NO_LIMIT, 0.001, 0), new ClusterModel(4, 5e-5, 0, 0));
        assertThat(found.seconds()).isCloseTo(10 * (9_999 * 5e-5 + 0.001), within(1e-9));
        assertThat(found.limitedBy()).isEqualTo("decoding on all cores");
    }

    @Test
    void keepsTheRateOfAnAccountWhenItsListIsCut() {
        Workload workload = new Workload(1, 400_000, 1_000, 2, 0.001, 0);
        double whole = run(workload, new ClusterModel(1, 0, 0, 0)).seconds();
        ReadPrediction cut = run(workload, new ClusterModel(8, 0, 0, 0));
        assertThat(whole).isCloseTo(200, within(2.0));
        assertThat(cut.seconds()).isBetween(170.0, 201.0);
        assertThat(cut.limitedBy()).isEqualTo("the rate limit of one account");
    }

    @Test
    void waitsForTheDriverIfTasksAreTiny() {
        ReadPrediction found =
                run(new Workload(5_000, 10, 1_000, NO_LIMIT, 0.01, 0), new ClusterModel(1_000, 0, 0, 0.01));
        assertThat(found.seconds()).isCloseTo(50.01, within(1e-6));
        assertThat(found.limitedBy()).isEqualTo("the driver");
    }

    @Test
    void isTheSameForTheSameSeed() {
        Workload workload = new Workload(50, 20_000, 1_000, 10, 0.2, 0.5);
        ClusterModel cluster = new ClusterModel(7, 1e-5, 0.02, 0.001);
        assertThat(new ReadModel(workload, cluster, 5).run()).isEqualTo(new ReadModel(workload, cluster, 5).run());
        assertThat(new ReadModel(workload, cluster, 6).run().seconds())
                .isNotEqualTo(new ReadModel(workload, cluster, 5).run().seconds());
    }
}
