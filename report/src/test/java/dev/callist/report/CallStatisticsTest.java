package dev.callist.report;

import static dev.callist.report.TestCalls.call;
import static dev.callist.report.TestCalls.get;
import static dev.callist.report.TestCalls.lasting;
import static dev.callist.report.TestCalls.money;
import static dev.callist.report.TestCalls.summary;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.ListingReport;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.Doubt;
import dev.callist.ListingReport.EndReason;
import dev.callist.ListingReportBuilder;
import dev.callist.Money;
import dev.callist.report.DurationDistribution.Band;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CallStatisticsTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void countsEachGroup() {
        StatisticsSummary summary = summary(
                "UTC",
                lasting(10),
                call(CallStatus.BUSY)
                        .provider("search")
                        .direction(CallDirection.INBOUND)
                        .build(),
                call(CallStatus.BUSY)
                        .provider("search")
                        .direction(CallDirection.INBOUND)
                        .build());
        assertThat(summary.by().providers().keySet()).containsExactly("search", "bird");
        assertThat(get(summary.by().providers(), "search").calls()).isEqualTo(2);
        assertThat(summary.by().directions()).containsOnlyKeys(CallDirection.INBOUND, CallDirection.OUTBOUND);
        assertThat(summary.by().statuses()).containsOnlyKeys(CallStatus.COMPLETED, CallStatus.BUSY);
        assertThat(get(summary.by().statuses(), CallStatus.COMPLETED).talked()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void putsDurationsIntoBands() {
        StatisticsSummary summary = summary(
                "UTC",
                lasting(0),
                lasting(9),
                lasting(10),
                lasting(29),
                lasting(3_599),
                lasting(3_600),
                lasting(90_000));
        assertThat(summary.durations().bands())
                .filteredOn(band -> band.calls() > 0)
                .extracting(Band::from, Band::calls)
                .map(Object::toString)
                .containsExactly("(0S, 2L)", "(10S, 2L)", "(30M, 1L)", "(1H, 2L)");
        assertThat(summary.durations().bands().get(9).before()).isEmpty();
        assertThat(summary.durations().longest()).contains(Duration.ofHours(25));
    }

    @Test
    void findsPercentilesOfDurations() {
        Call[] calls = new Call[1_000];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = lasting(i + 1);
        }
        DurationDistribution durations = summary("UTC", calls).durations();
        assertThat(durations.median().orElseThrow().toSeconds()).isBetween(492L, 500L);
        assertThat(durations.ninetieth().orElseThrow().toSeconds()).isBetween(885L, 900L);
        assertThat(durations.ninetyNinth().orElseThrow().toSeconds()).isBetween(974L, 990L);
        DurationDistribution shorter =
                summary("UTC", lasting(5), lasting(100), lasting(127)).durations();
        assertThat(shorter.median()).contains(Duration.ofSeconds(100));
        assertThat(shorter.ninetieth()).contains(Duration.ofSeconds(127));
        assertThat(summary("UTC").durations().median()).isEmpty();
    }

    @Test
    void countsTheBusiestPartiesExactlyWhileThereAreFew() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        for (int party = 1; party <= 30; party++) {
            for (int i = 0; i < party; i++) {
                statistics.accept(call(CallStatus.BUSY)
                        .from(CallParty.of("+1 (555) 01000" + (10 + party)))
                        .build());
            }
        }
        statistics.accept(
                call(CallStatus.BUSY).from(CallParty.of("+155501000" + 40)).build());
        statistics.accept(call(CallStatus.BUSY).from(CallParty.of("anonymous")).build());
        List<BusyParty> callers = statistics.summary().busiest().callers();
        assertThat(callers).hasSize(20);
        assertThat(callers.get(0)).isEqualTo(new BusyParty(CallParty.Kind.PHONE, "+15550100040", 31, 31));
        assertThat(callers.get(19).calls()).isEqualTo(11);
        assertThat(statistics.summary().busiest().called()).isEmpty();
        assertThat(statistics.summary().quality().missing().party()).isEqualTo(467);
    }

    @Test
    void keepsABusyPartyAmongManyOthers() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        for (int i = 0; i < 100_000; i++) {
            boolean isBusy = i % 20 == 0;
            statistics.accept(call(CallStatus.BUSY)
                    .to(CallParty.of("client:" + (isBusy ? "desk" : i)))
                    .build());
        }
        BusyParty busiest = statistics.summary().busiest().called().get(0);
        assertThat(busiest.address()).isEqualTo("client:desk");
        assertThat(busiest.calls()).isLessThanOrEqualTo(5_000);
        assertThat(busiest.mostCalls()).isBetween(5_000L, busiest.calls() + 50);
    }

    @Test
    void namesWhatCouldNotBeReadOrIsNotKnown() {
        DataQuality quality = summary(
                        "UTC",
                        call(CallStatus.UNKNOWN)
                                .providerStatus("parked")
                                .addProblems("sip.mos", "cost")
                                .build(),
                        call(CallStatus.UNKNOWN)
                                .providerStatus("+15550100001")
                                .addProblems("cost")
                                .build(),
                        call(CallStatus.UNKNOWN).addProblems("351910000001").build(),
                        call(CallStatus.COMPLETED)
                                .direction(CallDirection.UNKNOWN)
                                .providerDirection("sideways")
                                .build())
                .quality();
        assertThat(quality.unreadableFields()).isEqualTo(Map.of("cost", 2L, "sip.mos", 1L, "(other)", 1L));
        assertThat(quality.unknownWords())
                .isEqualTo(Map.of("status: parked", 1L, "status: none", 1L, "(other)", 1L, "direction: sideways", 1L));
        assertThat(quality.missing().duration()).isEqualTo(1);
        assertThat(quality.missing().price()).isEqualTo(1);
    }

    @Test
    void doesNotKnowWhetherItIsCompleteUntilASourceSaysSo() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        assertThat(statistics.summary().quality().completeness()).isEqualTo(Completeness.UNKNOWN);
        assertThat(statistics.summary().quality().reasons())
                .containsExactly("the source did not say whether it is complete");
        statistics.addListing(report().endReason(EndReason.END_OF_LIST).build());
        assertThat(statistics.summary().quality().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(statistics.summary().quality().reasons()).isEmpty();
    }

    @Test
    void isAsCompleteAsTheWorstOfItsSources() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.addListing(report().rejected(2)
                .endReason(EndReason.END_OF_LIST)
                .addDoubts(Doubt.REJECTED_ROW, Doubt.BETWEEN_PAGES)
                .build());
        statistics.addListing(report().rejected(1).endReason(EndReason.LIMIT).build());
        statistics.addSource(Completeness.UNKNOWN, List.of("a reason of its own"));
        DataQuality quality = statistics.summary().quality();
        assertThat(quality.completeness()).isEqualTo(Completeness.INCOMPLETE);
        assertThat(quality.rejectedRows()).isEqualTo(3);
        assertThat(quality.reasons())
                .containsExactly(
                        Doubt.BETWEEN_PAGES.phrase(),
                        Doubt.REJECTED_ROW.phrase(),
                        "only the newest calls were read, up to a limit",
                        "a reason of its own");
        statistics.addListing(report().endReason(EndReason.DEADLINE).build());
        assertThat(statistics.summary().quality().reasons()).contains("the list was not read to its end");
    }

    @Test
    void isBoundedWhateverIsAdded() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        String text = "x".repeat(2_000);
        for (int i = 0; i < 50_000; i++) {
            statistics.accept(call(CallStatus.UNKNOWN)
                    .provider(i + text)
                    .providerStatus("word" + i + "_")
                    .createdAt(Instant.EPOCH.plus(Duration.ofDays(i)))
                    .from(CallParty.of("client:" + i + text))
                    .price(money("1", "C" + i + text))
                    .addProblems("field" + i % 9_000)
                    .build());
        }
        StatisticsSummary summary = statistics.summary();
        assertThat(summary.total().calls()).isEqualTo(50_000);
        assertThat(summary.by().days()).hasSize(3_660);
        assertThat(summary.quality().missing().day()).isEqualTo(50_000 - 3_660);
        assertThat(summary.by().providers()).hasSize(101).containsKey("(other)");
        assertThat(summary.by().providers().keySet()).allMatch(name -> name.length() <= 80);
        assertThat(get(summary.by().providers(), "(other)").calls()).isEqualTo(49_900);
        assertThat(summary.total().cost()).hasSize(20);
        assertThat(summary.quality().unknownWords()).hasSize(51);
        assertThat(summary.quality().unreadableFields()).hasSize(201);
        assertThat(summary.busiest().callers())
                .hasSize(20)
                .allMatch(party -> party.address().length() <= 128);
        assertThat(ReportPages.html(statistics, ReportPages.options()).length()).isLessThan(1_000_000);
    }

    @Test
    void ignoresAbsurdPricesAndDurations() {
        StatisticsSummary summary = summary(
                "UTC",
                call(CallStatus.COMPLETED)
                        .price(new Money(new BigDecimal("1e999999999"), "USD"))
                        .build(),
                call(CallStatus.COMPLETED).price(money("1e-19", "USD")).build(),
                lasting(Long.MAX_VALUE),
                lasting(Long.MAX_VALUE),
                lasting(366 * 86_400));
        assertThat(summary.total().cost()).isEmpty();
        assertThat(summary.total().timed()).isEqualTo(1);
        assertThat(summary.quality().missing().duration()).isEqualTo(4);
        assertThat(summary.quality().missing().price()).isEqualTo(5);
    }

    @Test
    void countsCallsOfSeveralThreads() throws Exception {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tasks.add(() -> {
                SampleCalls.of(2_000, 30, statistics);
                return statistics.summary().by().days().size();
            });
        }
        for (Future<Integer> task : threads.invokeAll(tasks)) {
            assertThat(task.get()).isPositive();
        }
        threads.shutdown();
        assertThat(statistics.summary().total().calls()).isEqualTo(8_000);
        assertThat(statistics.summary().by().statuses().values().stream()
                        .mapToLong(CallFigures::calls)
                        .sum())
                .isEqualTo(8_000);
    }

    @Test
    void printsNoAddress() {
        CallStatistics statistics = CallStatistics.in(ZoneOffset.UTC);
        statistics.accept(call(CallStatus.BUSY)
                .createdAt(NOON)
                .from(CallParty.of("+351910000018"))
                .to(CallParty.of("sip:someone@example.com"))
                .build());
        StatisticsSummary summary = statistics.summary();
        assertThat(statistics.toString()).isEqualTo("CallStatistics[Z, 1 calls]");
        assertThat(summary.toString())
                .contains("BusyParty[PHONE +35191*****18, 1]", "BusyParty[SIP ****, 1]")
                .doesNotContain("351910000018", "someone");
        assertThat(CallReport.of(summary, ReportOptions.defaults()).toString()).isEqualTo("CallReport[Z, 1 calls]");
    }

    private static ListingReportBuilder report() {
        return ListingReport.builder()
                .pages(1)
                .calls(1)
                .duplicates(0)
                .rejected(0)
                .filteredHere(0)
                .retries(0)
                .waited(Duration.ZERO)
                .ordered(true)
                .drifted(false);
    }
}
