package dev.callist.spark.internal.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callist.QueryFilter;
import dev.callist.spark.internal.account.SparkAccount;
import dev.callist.spark.internal.query.CallFilters;
import dev.callist.spark.internal.query.OptionReader;
import dev.callist.spark.internal.query.PushedFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlicePlannerTest {
    private static final Instant FROM = Instant.parse("2026-01-01T06:00:00Z");
    private static final Instant END = Instant.parse("2026-04-11T06:00:00Z");
    private static final SparkAccount BIRD =
            new SparkAccount("north", "bird", Map.of("workspaceId", "w1", "accessKey", "env:KEY"));
    private static final SparkAccount DIALER = new SparkAccount(
            "south", "plivo-dialer", Map.of("baseUrl", "https://example.com/api", "accessToken", "env:KEY"));
    private static final SparkAccount SIGNALWIRE =
            new SparkAccount("east", "signalwire", Map.of("projectId", "p", "space", "acme", "apiToken", "env:KEY"));

    private static CallFilters since(Instant from) {
        CallFilters filters = new CallFilters();
        filters.add(new PushedFilter(QueryFilter.CREATED_FROM, from));
        return filters;
    }

    private static SlicePlanner planner(Map<String, String> options, int cores) {
        return new SlicePlanner(OptionReader.read(options), cores);
    }

    private static void assertThatTheyAreOneWindow(List<CallSlice> slices, Instant from, Instant end) {
        Instant next = from;
        for (CallSlice slice : slices) {
            assertThat(slice.start()).contains(next);
            next = slice.end().orElseThrow();
        }
        assertThat(next).isEqualTo(end);
    }

    @Test
    void cutsAWindowIntoSlicesOfTheSameLength() {
        List<CallSlice> slices = planner(Map.of("slices", "P7D"), 4).slices(BIRD, since(FROM), END, Optional.empty());
        assertThat(slices).hasSize(15);
        assertThatTheyAreOneWindow(slices, FROM, END);
        assertThat(slices.subList(0, 14)).allMatch(slice -> Duration.between(slice.from(), slice.before())
                .equals(Duration.ofDays(7)));
        assertThat(slices).allMatch(slice -> Double.isInfinite(slice.requestsPerSecond()));
    }

    @Test
    void cutsAListByItsDensity() {
        AccountDensity density = new AccountDensity(65_000, false, 1_000, FROM, END.minusSeconds(60));
        List<CallSlice> slices = planner(Map.of("requestsPerSecond", "12"), 8)
                .slices(BIRD, new CallFilters(), END, Optional.of(density));
        assertThat(slices).hasSize(6);
        assertThat(slices.get(0).start()).isEmpty();
        assertThat(slices.get(5).end()).isEmpty();
        assertThat(slices.get(5).frozenEnd()).isEqualTo(END);
        for (int i = 1; i < 6; i++) {
            assertThat(slices.get(i).start()).isEqualTo(slices.get(i - 1).end());
        }
        assertThat(slices.get(0).requestsPerSecond()).isCloseTo(2, within(1e-9));
    }

    @Test
    void makesAtMostFourSlicesForEachCoreAndNoneOfLessThanTenPages() {
        SlicePlanner planner = planner(Map.of(), 2);
        AccountDensity huge = new AccountDensity(9_000_000, false, 1_000, FROM, END);
        AccountDensity small = new AccountDensity(19_999, false, 1_000, FROM, END);
        assertThat(planner.slices(BIRD, new CallFilters(), END, Optional.of(huge)))
                .hasSize(8);
        assertThat(planner.slices(BIRD, new CallFilters(), END, Optional.of(small)))
                .hasSize(1);
        assertThat(planner.wantsDensities(3)).isTrue();
        assertThat(planner.wantsDensities(4)).isFalse();
        assertThat(planner(Map.of("slices", "none"), 2).wantsDensities(1)).isFalse();
    }

    /** More tasks may run at once than there were cores, so the slices of an account share its limit, not the tasks. */
    @Test
    void keepsTheLimitOfAnAccountEvenIfAllItsSlicesAreReadAtOnce() {
        AccountDensity huge = new AccountDensity(9_000_000, false, 1_000, FROM, END);
        for (double limit : new double[] {0.1, 1, 1.9, 2, 2.5, 5, 12, 1_000}) {
            for (int cores : new int[] {1, 2, 3, 8}) {
                for (String slicing : List.of("auto", "P1D", "PT1S", "none")) {
                    SlicePlanner planner =
                            planner(Map.of("slices", slicing, "requestsPerSecond", String.valueOf(limit)), cores);
                    for (SparkAccount account : List.of(BIRD, DIALER, SIGNALWIRE)) {
                        List<CallSlice> slices = planner.slices(account, since(FROM), END, Optional.of(huge));
                        assertThatTheyAreOneWindow(slices, FROM, END);
                        assertThat(slices).hasSizeLessThanOrEqualTo(cores);
                        assertThat(slices.stream()
                                        .mapToDouble(CallSlice::requestsPerSecond)
                                        .sum())
                                .isCloseTo(limit, within(1e-9));
                        assertThat(slices).allMatch(slice -> slice.requestsPerSecond() >= 1 || slices.size() == 1);
                    }
                }
            }
        }
    }

    @Test
    void cutsAnAccountIntoAsManySlicesAsItsLimitCanKeepBusy() {
        AccountDensity huge = new AccountDensity(9_000_000, false, 1_000, FROM, END);
        assertThat(planner(Map.of("requestsPerSecond", "3"), 8).slices(BIRD, new CallFilters(), END, Optional.of(huge)))
                .hasSize(3);
        assertThat(planner(Map.of("requestsPerSecond", "30", "slices", "P1D"), 8)
                        .slices(BIRD, since(FROM), END, Optional.empty()))
                .hasSize(8);
    }

    @Test
    void asksForNoDensityOfAnAccountThatItsLimitDoesNotLetCut() {
        assertThat(planner(Map.of("requestsPerSecond", "1"), 8).wantsDensities(1))
                .isFalse();
        assertThat(planner(Map.of("requestsPerSecond", "2"), 8).wantsDensities(1))
                .isTrue();
        assertThat(planner(Map.of("requestsPerSecond", "2"), 1).wantsDensities(1))
                .isFalse();
    }

    @Test
    void endsTheWindowOfAFilterOnTheTimeAtTheFrozenEnd() {
        CallFilters beforeLater = new CallFilters();
        beforeLater.add(new PushedFilter(QueryFilter.CREATED_BEFORE, END.plusSeconds(1)));
        CallSlice slice = planner(Map.of(), 4)
                .slices(BIRD, beforeLater, END, Optional.empty())
                .get(0);
        assertThat(slice.end()).contains(END);
        assertThat(slice.frozenEnd()).isNull();
    }

    @Test
    void cutsWholeDaysForAProviderThatSelectsByDays() {
        List<CallSlice> slices = planner(Map.of("slices", "P1D"), 4).slices(DIALER, since(FROM), END, Optional.empty());
        assertThatTheyAreOneWindow(slices, FROM, END);
        assertThat(slices).hasSize(4);
        assertThat(slices.subList(1, 4))
                .allMatch(slice -> slice.start().orElseThrow().toString().endsWith("T00:00:00Z"));
    }

    @Test
    void doesNotCutAListThatCannotBeSelectedByTime() {
        assertThat(planner(Map.of("slices", "P1D"), 4).slices(SIGNALWIRE, since(FROM), END, Optional.empty()))
                .hasSize(1);
    }

    @Test
    void readsNothingOfAWindowThatBeginsAfterItsEnd() {
        assertThat(planner(Map.of(), 4).slices(BIRD, since(END), END, Optional.empty()))
                .isEmpty();
    }
}
