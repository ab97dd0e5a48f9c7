package dev.callist;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallQueryTest {
    @Test
    void refusesWhatCannotMatch() {
        refuses(CallQuery.builder().createdFrom(NOON).createdBefore(NOON), "createdFrom must be before createdBefore");
        refuses(CallQuery.builder().from(" "), "from must not be blank");
        refuses(CallQuery.builder().to(""), "to must not be blank");
        refuses(CallQuery.builder().party(" "), "party must not be blank");
        refuses(CallQuery.builder().addTags("a", " "), "a tag must not be blank");
        refuses(CallQuery.builder().minDuration(Duration.ofSeconds(-1)), "minDuration must not be negative");
        refuses(
                CallQuery.builder().minDuration(Duration.ofSeconds(2)).maxDuration(Duration.ofSeconds(1)),
                "minDuration must not exceed maxDuration");
        refuses(CallQuery.builder().pageSize(0), "pageSize must be at least 1");
    }

    @Test
    void selectsMonthsAndDaysAsTheyBeginAndEndInAZone() {
        ZoneId lisbon = ZoneId.of("Europe/Lisbon");

        assertThat(CallQuery.createdIn(YearMonth.of(2026, 3), lisbon))
                .isEqualTo(CallQuery.createdBetween(
                        Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-31T23:00:00Z")));
        assertThat(CallQuery.createdOn(LocalDate.of(2026, 3, 29), lisbon))
                .isEqualTo(CallQuery.createdBetween(
                        Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T23:00:00Z")));
    }

    @Test
    void selectsADayThatHasNoMidnight() {
        assertThat(CallQuery.createdOn(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo(CallQuery.createdBetween(
                        Instant.parse("2018-11-04T03:00:00Z"), Instant.parse("2018-11-05T02:00:00Z")));
    }

    @Test
    void namesTheFiltersThatAreSet() {
        assertThat(CallQuery.all().filters()).isEmpty();
        assertThat(CallQuery.builder().pageSize(3).build().filters()).isEmpty();
        assertThat(full().filters()).isEqualTo(Set.of(QueryFilter.values()));
    }

    @Test
    void matchesEveryCallWithoutAFilter() {
        assertThat(CallQuery.all().matches(call("bare").build())).isTrue();
    }

    @Test
    void matchesNoCallWithoutTheFieldsItFilters() {
        assertThat(full().matches(call("bare").build())).isFalse();
        assertThat(CallQuery.builder()
                        .createdFrom(NOON)
                        .build()
                        .matches(call("bare").build()))
                .isFalse();
        assertThat(CallQuery.builder()
                        .maxDuration(Duration.ZERO)
                        .build()
                        .matches(call("bare").build()))
                .isFalse();
        assertThat(CallQuery.builder()
                        .from("alice")
                        .build()
                        .matches(call("bare").build()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "59, true", "60, false"})
    void takesTheStartOfTheWindowButNotItsEnd(long seconds, boolean matches) {
        CallQuery minute = CallQuery.createdBetween(NOON, NOON.plusSeconds(60));

        assertThat(minute.matches(call("a", -seconds))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "5, true", "10, true", "11, false"})
    void takesBothEndsOfTheDurations(long seconds, boolean matches) {
        CallQuery query = CallQuery.builder()
                .minDuration(Duration.ofSeconds(5))
                .maxDuration(Duration.ofSeconds(10))
                .build();

        Call call = call("a").duration(Duration.ofSeconds(seconds)).build();

        assertThat(query.matches(call)).isEqualTo(matches);
    }

    @Test
    void matchesDirectionAndAnyOfTheStatuses() {
        CallQuery query = CallQuery.builder()
                .direction(CallDirection.INBOUND)
                .addStatuses(CallStatus.BUSY, CallStatus.FAILED)
                .build();
        CallBuilder inbound = call("a").direction(CallDirection.INBOUND);

        assertThat(query.matches(inbound.status(CallStatus.FAILED).build())).isTrue();
        assertThat(query.matches(inbound.status(CallStatus.COMPLETED).build())).isFalse();
        assertThat(query.matches(inbound.status(CallStatus.BUSY)
                        .direction(CallDirection.OUTBOUND)
                        .build()))
                .isFalse();
    }

    @Test
    void matchesCallsThatCarryAllTheTags() {
        CallQuery query = CallQuery.builder().addTags("vip", "sales").build();

        assertThat(query.matches(call("a").addTags("x", "sales", "vip").build()))
                .isTrue();
        assertThat(query.matches(call("a").addTags("Sales", "VIP").build())).isTrue();
        assertThat(query.matches(call("a").addTags("vip").build())).isFalse();
        assertThat(query.matches(call("a").build())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+447700900123, +447700900123, '', true",
        "+447700900123, 447700900123, GB, true",
        "+447700900123, 07700 900123, GB, true",
        "+44 7700 900123, +447700900123, '', true",
        "447700900123, 447700900123, '', true",
        "447700900123, +447700900123, '', false",
        "+447700900123, 447700900123, '', false",
        "+447700900123, 07700900123, US, false",
        "+447700900124, +447700900123, '', false",
        "client:alice, client:alice, '', true",
        "client:alice, client:Alice, '', false",
        "+alice, +bob, '', false",
    })
    void comparesPartiesByE164OrExactly(String asked, String address, String country, boolean matches) {
        CallPartyBuilder party =
                CallParty.builder().kind(CallParty.kindOf(address)).address(address);
        CallParty from = (country.isEmpty() ? party : party.countryCode(country)).build();

        assertThat(CallQuery.builder()
                        .from(asked)
                        .build()
                        .matches(call("a").from(from).build()))
                .isEqualTo(matches);
        assertThat(CallQuery.builder()
                        .to(asked)
                        .build()
                        .matches(call("a").to(from).build()))
                .isEqualTo(matches);
        assertThat(CallQuery.builder()
                        .to(asked)
                        .build()
                        .matches(call("a").from(from).build()))
                .isFalse();
        CallQuery either = CallQuery.builder().party(asked).build();
        assertThat(either.matches(call("a").from(from).build())).isEqualTo(matches);
        assertThat(either.matches(call("a").to(from).build())).isEqualTo(matches);
        assertThat(either.matches(call("a").build())).isFalse();
    }

    @Test
    void startsABuilderWithWhatItSays() {
        assertThat(full().toBuilder().build()).isEqualTo(full());
        assertThat(full().toBuilder().pageSize(9).build()).isNotEqualTo(full());
    }

    @Test
    void masksTheNumbersInItsText() {
        assertThat(CallQuery.all()).hasToString("CallQuery[[], from -, before -, - to -]");
        assertThat(CallQuery.builder()
                        .from("+447700900123")
                        .to("client:alice")
                        .createdFrom(NOON)
                        .build())
                .hasToString("CallQuery[[CREATED_FROM, FROM, TO], from 2026-03-02T12:00:00Z, before -,"
                        + " +44770*****23 to ****]");
        assertThat(CallQuery.builder().party("+447700900123").build())
                .hasToString("CallQuery[[PARTY], from -, before -, - to -, party +44770*****23]");
    }

    private static CallQuery full() {
        return CallQuery.builder()
                .createdFrom(NOON)
                .createdBefore(NOON.plusSeconds(1))
                .direction(CallDirection.INBOUND)
                .addStatuses(CallStatus.BUSY)
                .from("+447700900123")
                .to("+447700900124")
                .party("+447700900124")
                .minDuration(Duration.ZERO)
                .maxDuration(Duration.ZERO)
                .addTags("vip")
                .build();
    }

    private static void refuses(CallQueryBuilder query, String rule) {
        CallListException e = catchThrowableOfType(CallListException.class, query::build);
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        assertThat(e).hasMessage("query: INVALID_CONFIG: " + rule);
    }
}
