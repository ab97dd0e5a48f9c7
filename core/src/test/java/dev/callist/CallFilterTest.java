package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that do not match a query as far as one can see, but might: a list without them is not known to be complete. */
class CallFilterTest {
    private static final List<CallQuery> EVERY_FILTER = List.of(
            CallQuery.builder().createdFrom(Calls.NOON).build(),
            CallQuery.builder().createdBefore(Calls.NOON).build(),
            CallQuery.builder().direction(CallDirection.INBOUND).build(),
            CallQuery.builder().statuses(Set.of(CallStatus.BUSY)).build(),
            CallQuery.builder().from("+447700900123").build(),
            CallQuery.builder().to("+447700900123").build(),
            CallQuery.builder().minDuration(Duration.ofSeconds(1)).build(),
            CallQuery.builder().maxDuration(Duration.ofSeconds(1)).build(),
            CallQuery.builder().addTags("vip").build());

    @Test
    void doubtsACallWithUnreadableFieldsWhereTheFilteredFieldIsMissing() {
        Call unreadable = Calls.call("a").addProblems("field").build();
        Call plain = Calls.call("a").build();

        assertThat(EVERY_FILTER).allSatisfy(query -> {
            assertThat(CallFilter.isUndecided(query, unreadable)).isTrue();
            assertThat(CallFilter.isUndecided(query, plain)).isFalse();
        });
    }

    @Test
    void doubtsNoCallThatShowsItsFieldWhateverElseWasUnreadable() {
        Call call = Calls.call("a")
                .createdAt(Calls.NOON.minusSeconds(1))
                .providerDirection("outbound")
                .providerStatus("completed")
                .from(CallParty.of("+447700900999"))
                .to(CallParty.of("+447700900999"))
                .duration(Duration.ZERO)
                .addProblems("field")
                .build();

        assertThat(EVERY_FILTER.stream()
                        .filter(query -> CallFilter.isUndecided(query, call))
                        .map(CallQuery::filters))
                .containsExactly(
                        Set.of(QueryFilter.CREATED_BEFORE), Set.of(QueryFilter.MAX_DURATION), Set.of(QueryFilter.TAGS));
    }

    @Test
    void doubtsNoCallThatAnotherFilterRulesOut() {
        CallQuery query =
                CallQuery.builder().addTags("vip").createdFrom(Calls.NOON).build();
        Call early = Calls.call("a")
                .createdAt(Calls.NOON.minusSeconds(1))
                .addProblems("tags")
                .build();

        assertThat(CallFilter.isUndecided(query, early)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "07700900123, +447700900123, true",
        "7700900123, +447700900123, true",
        "07700 900-123, +447700900123, true",
        "07700900124, +447700900123, false",
        "+447700900123, +447700900124, false",
        "07700900123, 447700900123, false",
        "client:900123, +447700900123, false"
    })
    void doubtsANumberWithoutACountryThatMayBeTheEndOfTheOneAskedFor(String address, String asked, boolean doubted) {
        CallParty party = CallParty.of(address);
        CallQuery from = CallQuery.builder().from(asked).build();
        CallQuery to = CallQuery.builder().to(asked).build();

        assertThat(CallFilter.isUndecided(from, Calls.call("a").from(party).build()))
                .isEqualTo(doubted);
        assertThat(CallFilter.isUndecided(to, Calls.call("a").to(party).build()))
                .isEqualTo(doubted);
        assertThat(CallFilter.matches(from, Calls.call("a").from(party).build()))
                .isFalse();
    }
}
