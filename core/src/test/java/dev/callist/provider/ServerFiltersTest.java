package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class ServerFiltersTest {
    private static final ClientOptions TRUSTING = ClientOptions.defaults();
    private static final ClientOptions WARY =
            ClientOptions.builder().trustServerFilters(false).build();
    private static final HttpUrl LIST = HttpUrl.get("https://api.example.com/calls?From=%2B13105550100&Size=5");

    private record Own(String provider, Map<String, List<String>> parameters) implements ProviderFilters {}

    @Test
    void sendsAFilterOfTheQueryThatTheServerSupports() {
        ServerFilters filters = new ServerFilters("test", query().build(), TRUSTING)
                .send(QueryFilter.FROM, "From", List.of("+13105550100"))
                .send(QueryFilter.TAGS, "Tag", List.of())
                .send(QueryFilter.TO, "To", List.of("+13105550101"));

        assertThat(filters.parameters()).isEqualTo(Map.of("From", List.of("+13105550100")));
        assertThat(plan(filters).pushedFilters()).containsExactly(QueryFilter.FROM);
    }

    @Test
    void saysWhatTheServerWouldApplyIfTheQueryHadIt() {
        ServerFilters filters = new ServerFilters("test", query().build(), TRUSTING)
                .send(QueryFilter.FROM, "From", List.of("+13105550100"))
                .send(QueryFilter.CREATED_BEFORE, "Before", List.of());

        assertThat(filters.canServe(QueryFilter.FROM)).isTrue();
        assertThat(filters.canServe(QueryFilter.FROM, QueryFilter.CREATED_BEFORE))
                .isTrue();
        assertThat(filters.canServe(QueryFilter.FROM, QueryFilter.TO)).isFalse();
        assertThat(plan(filters).supportedFilters())
                .containsExactlyInAnyOrder(QueryFilter.FROM, QueryFilter.CREATED_BEFORE);
        assertThat(assuming(WARY).canServe(QueryFilter.FROM)).isFalse();
    }

    @Test
    void movesADayInUtc() {
        Optional<Instant> at = Optional.of(Instant.parse("2026-02-28T23:59:59Z"));

        assertThat(ServerFilters.day(at, 0)).containsExactly("2026-02-28");
        assertThat(ServerFilters.day(at, 2)).containsExactly("2026-03-02");
        assertThat(ServerFilters.day(at, -28)).containsExactly("2026-01-31");
        assertThat(ServerFilters.day(Optional.empty(), 1)).isEmpty();
        assertThat(ServerFilters.day(Optional.of(Instant.MAX), 1)).isEmpty();
        assertThat(ServerFilters.day(Optional.of(Instant.MIN), -1)).hasSize(1);
    }

    @Test
    void saysWhichDayIsRequested() {
        CallQuery window = CallQuery.builder()
                .createdFrom(Instant.parse("2026-03-01T10:00:00Z"))
                .build();
        ServerFilters filters = new ServerFilters("test", window, TRUSTING)
                .send(QueryFilter.CREATED_FROM, "After", ServerFilters.day(window.createdFrom(), -1));

        assertThat(filters.requestedDay("After")).contains(LocalDate.parse("2026-02-28"));
        assertThat(filters.requestedDay("Before")).isEmpty();
    }

    @Test
    void assumesNothingIfServersAreNotTrusted() {
        assertThat(assuming(WARY).parameters()).isEmpty();
        assertThat(plan(assuming(WARY)).assumptions()).isEmpty();
        assertThat(plan(assuming(WARY)).residualFilters())
                .containsExactlyInAnyOrder(QueryFilter.FROM, QueryFilter.TAGS);

        QueryPlan plan = plan(assuming(TRUSTING));
        assertThat(plan.assumptions()).containsExactly("as printed");
        assertThat(plan.pushedFilters()).containsExactlyInAnyOrder(QueryFilter.FROM, QueryFilter.TAGS);
        assertThat(plan.residualFilters()).isEmpty();
    }

    @Test
    void leavesAFilterHereIfAProviderFilterSetsItsParameter() {
        CallQuery query = query().addProviderFilters(new Own("test", Map.of("From", List.of("x"))))
                .build();
        ServerFilters filters = assuming(query, TRUSTING);

        assertThat(filters.parameters()).containsEntry("From", List.of("x"));
        assertThat(filters.canServe(QueryFilter.FROM)).isFalse();
        assertThat(plan(filters).pushedFilters()).doesNotContain(QueryFilter.FROM);
        assertThat(plan(filters).residualFilters()).containsExactly(QueryFilter.FROM);
    }

    @Test
    void refusesFiltersOfAnotherProviderAndSeveralOfItsOwn() {
        CallQuery strange =
                query().addProviderFilters(new Own("other", Map.of())).build();
        CallQuery twice = query().addProviderFilters(new Own("test", Map.of("A", List.of("1"))))
                .addProviderFilters(new Own("test", Map.of("B", List.of("2"))))
                .build();

        assertThatThrownBy(() -> new ServerFilters("test", strange, TRUSTING))
                .hasMessage("test: UNSUPPORTED_FILTER: the query has filters for other; this lister cannot serve them");
        assertThatThrownBy(() -> new ServerFilters("test", twice, TRUSTING))
                .hasMessage("test: INVALID_CONFIG: the query has several sets of provider filters; give only one");
    }

    @Test
    void refusesAFilterOnlyIfTheQueryHasIt() {
        ServerFilters filters = new ServerFilters("test", query().build(), TRUSTING);

        assertThat(filters.refuse(QueryFilter.TO, "no callees")).isSameAs(filters);
        assertThatThrownBy(() -> filters.refuse(QueryFilter.TAGS, "no tags"))
                .hasMessage("test: UNSUPPORTED_FILTER: no tags");
    }

    @Test
    void comparesOnlyAddressesThatHaveOneForm() {
        for (String one : List.of("+13105550100", "+12", "sip:alice@example.com", "sips:a")) {
            assertThat(ServerFilters.comparable(Optional.of(one))).containsExactly(one);
        }
        for (String many : List.of(
                "13105550100",
                "+03105550100",
                "+1234567890123456",
                "+1 310",
                "sip:",
                "client:a",
                "sip:+13105550100@a")) {
            assertThat(ServerFilters.comparable(Optional.of(many))).isEmpty();
        }
        assertThat(ServerFilters.comparable(Optional.empty())).isEmpty();
    }

    @Test
    void showsTheFirstRequestWithItsNumbersMasked() {
        ServerFilters filters = assuming(TRUSTING);
        ApiRequest get = ApiRequest.get(LIST, "/calls");
        ApiRequest post = ApiRequest.post(LIST, "/calls", "{}");

        QueryPlan plan = filters.plan("list", get, 7, 3);

        assertThat(plan.request()).isEqualTo("GET api.example.com/calls?From=+1310*****00&Size=5");
        assertThat(plan.identity()).isEqualTo("list");
        assertThat(plan.pageSize()).isEqualTo(7);
        assertThat(plan.concurrency()).isEqualTo(3);
        assertThat(filters.plan("list", post, 7, 1).request())
                .isEqualTo("POST api.example.com/calls?From=+1310*****00&Size=5 From=+1310*****00 Tag=a,b");
    }

    @Test
    void masksATagThatMayBeANumberButNoDuration() {
        CallQuery query = CallQuery.builder()
                .addTags("912345678")
                .minDuration(Duration.ofHours(3))
                .build();
        ServerFilters filters = new ServerFilters("test", query, TRUSTING)
                .send(QueryFilter.TAGS, "Tag", List.of("912345678"))
                .send(QueryFilter.MIN_DURATION, "least", List.of("10800000"));

        assertThat(filters.plan("list", ApiRequest.post(LIST, "/calls", "{}"), 7, 3)
                        .request())
                .endsWith(" Tag=**** least=10800000");
    }

    private static CallQueryBuilder query() {
        return CallQuery.builder().from("+13105550100").addTags("a", "b");
    }

    private static ServerFilters assuming(ClientOptions options) {
        return assuming(query().build(), options);
    }

    private static ServerFilters assuming(CallQuery query, ClientOptions options) {
        return new ServerFilters("test", query, options)
                .assume(QueryFilter.FROM, "From", List.of("+13105550100"), "as printed")
                .assume(QueryFilter.TAGS, "Tag", List.of("a", "b"), "as printed")
                .assume(QueryFilter.TO, "To", List.of("x"), "never asked");
    }

    private static QueryPlan plan(ServerFilters filters) {
        return filters.plan("list", ApiRequest.get(LIST, "/calls"), 7, 3);
    }
}
