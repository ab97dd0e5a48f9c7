package dev.callist.testkit.queries;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxAccess;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Thousands of random queries, each of which must return the same calls, in the same order, as filtering the whole list
 * by hand. Each query follows from its seed: {@code -Dcallist.querySeed=N} runs one of them, {@code
 * -Dcallist.queries=N} another number.
 */
public interface QueryRules extends ProviderUnderTest {
    /** How many calls the list has. */
    int CALLS = 200;

    /**
     * Filters of the provider's own, each with what it means for a call of the list; none unless a provider has some.
     */
    default Map<ProviderFilters, Predicate<Call>> ownFilters() {
        return Map.of();
    }

    @Test
    @Timeout(600)
    default void listsTheSameCallsAsFilteringTheWholeList() {
        boolean single = System.getProperty("callist.querySeed") != null;
        int first = Integer.getInteger("callist.querySeed", 1);
        int count = Integer.getInteger("callist.queries", single ? 1 : 1_000);
        try (Sandbox sandbox = sandbox(CALLS);
                CallLister trusting = lister(sandbox, true);
                CallLister wary = lister(sandbox, false)) {
            List<Call> all = trusting.list(CallQuery.all()).stream().toList();
            RandomQueries queries = new RandomQueries(trusting, all, ownFilters());
            List<String> wrong = IntStream.range(first, first + count)
                    .parallel()
                    .mapToObj(seed -> flaw(seed % 2 == 0 ? trusting : wary, queries, seed, all))
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(all).hasSize(CALLS);
            assertThat(String.join("\n", wrong)).isEmpty();
        }
    }

    private CallLister lister(Sandbox sandbox, boolean trusting) {
        ClientOptions options = ContractFixture.quick()
                .trustServerFilters(trusting)
                .keepRawJson(false)
                .httpClient(SandboxAccess.localClient(sandbox))
                .build();
        return lister(sandbox.url(), secret(), options);
    }

    /** The difference between a query's listing and the list filtered by hand. */
    private static Optional<String> flaw(CallLister lister, RandomQueries queries, int seed, List<Call> all) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomQueries.Asked asked = queries.next(random);
        long limit = random.nextInt(5) == 0 ? random.nextInt(40) : Long.MAX_VALUE;
        List<String> byHand =
                all.stream().filter(asked.byHand()).limit(limit).map(Call::id).toList();
        CallListing listing = lister.list(asked.query())
                .limit(limit)
                .readAhead(random.nextInt(3))
                .concurrency(random.nextBoolean() ? 1 : 1 + random.nextInt(8));
        List<String> listed = ids(listing);
        return listed.equals(byHand)
                ? Optional.empty()
                : Optional.of("seed " + seed + ", limit " + limit + ", " + asked.query() + " "
                        + asked.query().providerFilters() + ": listed " + listed + ", by hand " + byHand);
    }
}
