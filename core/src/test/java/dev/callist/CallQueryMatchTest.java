package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a call that does not match a query might match it if its unreadable fields were known. */
class CallQueryMatchTest {
    private static final List<CallQuery> EVERY_FILTER = List.of(
            CallQuery.builder().createdFrom(Calls.NOON).build(),
            CallQuery.builder().createdBefore(Calls.NOON).build(),
            CallQuery.builder().direction(CallDirection.INBOUND).build(),
            CallQuery.builder().statuses(Set.of(CallStatus.BUSY)).build(),
            CallQuery.builder().from("+447700900123").build(),
            CallQuery.builder().to("+447700900123").build(),
            CallQuery.builder().party("+447700900123").build(),
            CallQuery.builder().minDuration(Duration.ofSeconds(1)).build(),
            CallQuery.builder().maxDuration(Duration.ofSeconds(1)).build(),
            CallQuery.builder().addTags("vip").build());

    @Test
    void isUnclearIfTheFilteredFieldIsMissingAndSomeWereUnreadable() {
        Call unreadable = Calls.call("a").addProblems("field").build();
        Call plain = Calls.call("a").build();

        assertThat(EVERY_FILTER).allSatisfy(query -> {
            assertThat(query.match(unreadable)).isEqualTo(CallQuery.Match.UNCLEAR);
            assertThat(query.match(plain)).isEqualTo(CallQuery.Match.NO);
        });
    }

    @Test
    void isClearIfTheCallHasTheFilteredField() {
        Call call = Calls.call("a")
                .createdAt(Calls.NOON.minusSeconds(1))
                .providerDirection("outbound")
                .providerStatus("completed")
                .from(CallParty.of("+447700900999"))
                .to(CallParty.of("+447700900999"))
                .duration(Duration.ZERO)
                .addProblems("field")
                .build();

        assertThat(EVERY_FILTER)
                .filteredOn(query -> query.match(call) == CallQuery.Match.UNCLEAR)
                .extracting(CallQuery::filters)
                .containsExactly(Set.of(QueryFilter.TAGS));
        assertThat(EVERY_FILTER)
                .filteredOn(query -> query.match(call) == CallQuery.Match.YES)
                .extracting(CallQuery::filters)
                .containsExactly(Set.of(QueryFilter.CREATED_BEFORE), Set.of(QueryFilter.MAX_DURATION));
    }

    @Test
    void isClearIfAnotherFilterRulesTheCallOut() {
        CallQuery query =
                CallQuery.builder().addTags("vip").createdFrom(Calls.NOON).build();
        Call early = Calls.call("a")
                .createdAt(Calls.NOON.minusSeconds(1))
                .addProblems("tags")
                .build();

        assertThat(query.match(early)).isEqualTo(CallQuery.Match.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "07700900123, +447700900123, UNCLEAR",
        "7700900123, +447700900123, UNCLEAR",
        "07700 900-123, +447700900123, UNCLEAR",
        "07700900124, +447700900123, NO",
        "+447700900123, +447700900124, NO",
        "07700900123, 447700900123, NO",
        "client:900123, +447700900123, NO"
    })
    void isUnclearForTheEndOfTheNumberThatWasAskedFor(String address, String asked, CallQuery.Match match) {
        CallParty party = CallParty.of(address);
        CallQuery from = CallQuery.builder().from(asked).build();
        CallQuery to = CallQuery.builder().to(asked).build();

        assertThat(from.match(Calls.call("a").from(party).build())).isEqualTo(match);
        assertThat(to.match(Calls.call("a").to(party).build())).isEqualTo(match);
        assertThat(from.matches(Calls.call("a").from(party).build())).isFalse();
    }
}
