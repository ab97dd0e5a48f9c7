package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a match is UNCLEAR: no filter rules the call out, but the call lacks a value that a filter needs. */
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
    void isUnclearIfTheCallLacksTheFilteredField() {
        Call call = Calls.call("a")
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .build();
        Call unreadable = Calls.call("a")
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .addProblems("field")
                .build();

        assertThat(EVERY_FILTER)
                .filteredOn(query -> query.match(call) == CallQuery.Match.NO)
                .extracting(CallQuery::filters)
                .containsExactly(Set.of(QueryFilter.TAGS));
        assertThat(EVERY_FILTER)
                .allSatisfy(query -> assertThat(query.match(unreadable)).isEqualTo(CallQuery.Match.UNCLEAR));
    }

    @Test
    void isClearIfTheCallHasTheFilteredField() {
        Call call = Calls.call("a")
                .createdAt(Calls.NOON.minusSeconds(1))
                .direction(CallDirection.OUTBOUND)
                .status(CallStatus.COMPLETED)
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
    void matchesUnknownWordsThatAreAskedFor() {
        CallQuery unknown = CallQuery.builder()
                .direction(CallDirection.UNKNOWN)
                .addStatuses(CallStatus.UNKNOWN)
                .build();
        CallBuilder call = Calls.call("a").direction(CallDirection.UNKNOWN).status(CallStatus.UNKNOWN);

        assertThat(unknown.match(call.build())).isEqualTo(CallQuery.Match.YES);
        assertThat(unknown.match(call.status(CallStatus.BUSY).build())).isEqualTo(CallQuery.Match.NO);
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

    @Test
    void isUnclearIfOneOfTwoFiltersCannotJudgeTheCall() {
        CallQuery query = CallQuery.builder()
                .createdBefore(Calls.NOON)
                .minDuration(Duration.ofSeconds(1))
                .build();
        CallBuilder call = Calls.call("a").createdAt(Calls.NOON.minusSeconds(1));

        assertThat(query.match(call.build())).isEqualTo(CallQuery.Match.UNCLEAR);
        assertThat(query.match(call.createdAt(Calls.NOON).build())).isEqualTo(CallQuery.Match.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "07700900123, +447700900123, UNCLEAR",
        "7700900123, +447700900123, UNCLEAR",
        "07700 900-123, +447700900123, UNCLEAR",
        "447700900123, +447700900123, UNCLEAR",
        "011447700900123, +447700900123, UNCLEAR",
        "tel:07700900123, +447700900123, UNCLEAR",
        "+44 (0)7700 900123, +447700900123, UNCLEAR",
        "+07700900123, +447700900123, UNCLEAR",
        "+447700900123 ext. 5, +447700900123, UNCLEAR",
        "+4477009\ufffd0123, +447700900123, UNCLEAR",
        "client:900123, +447700900123, UNCLEAR",
        "sip:bob@example.org, +447700900123, UNCLEAR",
        "anonymous, +447700900123, UNCLEAR",
        "+266696687, +447700900123, UNCLEAR",
        "Front desk, tel:+447700900123, UNCLEAR",
        "07700900124, +447700900123, NO",
        "sip:1001@example.org, +447700900123, NO",
        "+447700900123, +447700900124, NO",
        "sip:+447700900123@example.org, +447700900124, NO",
        "07700900123, 447700900123, NO",
        "client:900123, client:900124, NO",
        "client:90\ufffd123, client:900123, UNCLEAR"
    })
    void comparesAPartyWithTheRequestedNumber(String address, String asked, CallQuery.Match match) {
        CallParty party = CallParty.of(address);
        CallQuery from = CallQuery.builder().from(asked).build();
        CallQuery to = CallQuery.builder().to(asked).build();

        assertThat(from.match(Calls.call("a").from(party).build())).isEqualTo(match);
        assertThat(to.match(Calls.call("a").to(party).build())).isEqualTo(match);
        assertThat(from.matches(Calls.call("a").from(party).build())).isFalse();
    }

    @Test
    void rulesAPartyOutOnlyIfBothSidesAreOtherNumbers() {
        CallQuery query = CallQuery.builder().party("+447700900123").build();
        CallBuilder call = Calls.call("a").from(CallParty.of("+447700900999"));

        assertThat(query.match(call.build())).isEqualTo(CallQuery.Match.UNCLEAR);
        assertThat(query.match(call.to(CallParty.of("anonymous")).build())).isEqualTo(CallQuery.Match.UNCLEAR);
        assertThat(query.match(call.to(CallParty.of("+447700900998")).build())).isEqualTo(CallQuery.Match.NO);
        assertThat(query.match(call.to(CallParty.of("tel:+447700900123")).build()))
                .isEqualTo(CallQuery.Match.YES);
    }
}
