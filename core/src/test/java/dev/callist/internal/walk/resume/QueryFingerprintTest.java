package dev.callist.internal.walk.resume;

import static dev.callist.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallDirection;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.CallStatus;
import dev.callist.ProviderFilters;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class QueryFingerprintTest {
    private static final CallQuery ALL = CallQuery.all();

    @Test
    void differsByProviderIdentityAndEveryFilter() {
        Set<String> fingerprints = new TreeSet<>();
        List<String> all = List.of(
                of("bird", "a", ALL),
                of("birda", "", ALL),
                of("bird", "b", ALL),
                of("search", "a", ALL),
                with(CallQuery.builder().createdFrom(NOON)),
                with(CallQuery.builder().createdBefore(NOON)),
                with(CallQuery.builder().direction(CallDirection.INBOUND)),
                with(CallQuery.builder().addStatuses(CallStatus.BUSY)),
                with(CallQuery.builder().addStatuses(CallStatus.BUSY, CallStatus.FAILED)),
                with(CallQuery.builder().from("client:a")),
                with(CallQuery.builder().to("client:a")),
                with(CallQuery.builder().party("client:a")),
                with(CallQuery.builder().minDuration(Duration.ofSeconds(1))),
                with(CallQuery.builder().maxDuration(Duration.ofSeconds(1))),
                with(CallQuery.builder().addTags("a, b")),
                with(CallQuery.builder().addProviderFilters(own("x"))),
                with(CallQuery.builder().addProviderFilters(own("y"))));

        fingerprints.addAll(all);

        assertThat(fingerprints).hasSameSizeAs(all);
    }

    @Test
    void dependsNeitherOnThePageSizeNorOnTheOrderOfWords() {
        String fingerprint =
                with(CallQuery.builder().addTags("a", "b").addStatuses(CallStatus.BUSY, CallStatus.FAILED));

        assertThat(with(CallQuery.builder()
                        .addTags("b", "a")
                        .addStatuses(CallStatus.FAILED, CallStatus.BUSY)
                        .pageSize(7)))
                .isEqualTo(fingerprint)
                .matches("[A-Za-z0-9_-]{22}");
    }

    private static String with(CallQueryBuilder query) {
        return of("bird", "a", query.build());
    }

    private static String of(String provider, String identity, CallQuery query) {
        QueryPlan plan = QueryPlan.builder()
                .provider(provider)
                .identity(identity)
                .request("GET")
                .pageSize(10)
                .build();
        return QueryFingerprint.of(plan, query);
    }

    private static ProviderFilters own(String value) {
        return new ProviderFilters() {
            @Override
            public String provider() {
                return "bird";
            }

            @Override
            public Map<String, List<String>> parameters() {
                return Map.of("type", List.of(value));
            }
        };
    }
}
