package dev.callist.sync.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallId;
import dev.callist.sync.CallRow;
import dev.callist.sync.CallStore;
import dev.callist.sync.SourceSession;
import dev.callist.sync.StoredCall;
import dev.callist.sync.WriteCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How calls are added and replaced. */
interface StoredCallRules extends StoreFixture {
    @Test
    default void keepsEveryColumn() {
        CallRow row = CallRow.of(whole(), "unused");
        assertThat(row.values().keySet()).containsExactly(CallColumn.values());
        expectKept(row, new CallId("bird", "ws1", "whole"));
    }

    @Test
    default void keepsACallThatHasLittle() {
        expectKept(
                StoreFixture.row(StoreFixture.call("little", 1).createdAt(Optional.empty())),
                new CallId("bird", "ws1", "little"));
    }

    @Test
    default void keepsOddTexts() {
        for (String text :
                List.of("", " ", "'; DROP TABLE calls; --", "?", "100 %_\\", "a\nb\tc", "zoë 電話 📞", "{\"a\":1}")) {
            String id = "odd" + text.hashCode();
            expectKept(
                    StoreFixture.row(StoreFixture.call(id, 1)
                            .channel(text)
                            .addTags(text, "t")
                            .rawJson("[" + text + "]")),
                    new CallId("bird", "ws1", id));
        }
    }

    @Test
    default void replacesCharactersThatDatabasesRefuse() {
        String bad = "a\0b\uD800c\\u0000";
        CallRow row = StoreFixture.row(StoreFixture.call("bad", 1).channel(bad).addTags(bad));
        assertThat(row.get(CallColumn.CHANNEL)).isEqualTo("a\uFFFDb\uFFFDc\\u0000");
        assertThat(row.get(CallColumn.TAGS)).isEqualTo("[\"a\uFFFDb\uFFFDc\\\\u0000\"]");
        expectKept(row, new CallId("bird", "ws1", "bad"));
    }

    @Test
    default void keepsNumbersExactly() {
        for (String number :
                List.of("0", "0.0001", "-0.00000125", "123456789012345", "1234567890.12345", "-7.1", "1E-9")) {
            String id = "n" + number;
            CallRow row = StoreFixture.row(StoreFixture.call(id, 1).price(StoreFixture.price(number)));
            assertThat((BigDecimal) row.get(CallColumn.PRICE_AMOUNT)).isEqualByComparingTo(number);
            expectKept(row, new CallId("bird", "ws1", id));
        }
    }

    @Test
    default void keepsInstantsToTheMicrosecond() {
        for (String at : List.of(
                "1970-01-01T00:00:00Z",
                "2026-03-29T01:30:00.123456Z",
                "2024-02-29T23:59:59.999999Z",
                "9999-12-31T23:59:59.999999Z")) {
            CallRow row = StoreFixture.row(StoreFixture.call(at, 1).createdAt(Instant.parse(at)));
            assertThat(row.get(CallColumn.CREATED_AT)).isEqualTo(Instant.parse(at));
            expectKept(row, new CallId("bird", "ws1", at));
        }
    }

    private void expectKept(CallRow row, CallId id) {
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, row);
        }
        try (CallStore again = open()) {
            assertThat(again.find(List.of(id))).containsExactly(Map.entry(id, StoredCall.first(row, NOON)));
            try (SourceSession session = StoreFixture.session(again, SOURCE)) {
                assertThat(session.write(List.of(row), NOON.plusSeconds(1), STATE)
                                .unchanged())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    default void replacesACallWhoseContentDiffers() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            CallRow ringing = StoreFixture.row(
                    StoreFixture.call("a", 1).status(CallStatus.RINGING).channel("phone"));
            CallRow ended = StoreFixture.row(StoreFixture.call("a", 1).price(StoreFixture.price("0.05")));
            session.write(List.of(ringing), NOON, STATE);
            WriteCounts counts = session.write(List.of(ended), NOON.plusSeconds(60), STATE);

            assertThat(counts).isEqualTo(new WriteCounts(0, 1, 0, 0, 0));
            assertThat(StoreFixture.stored(store, "a"))
                    .isEqualTo(
                            new StoredCall(ended, NOON, NOON.plusSeconds(60), NOON.plusSeconds(60), Optional.empty()));
        }
    }

    @Test
    default void noticesADifferenceInEachColumn() {
        CallRow plain = StoreFixture.row("whole", 1);
        CallRow whole = CallRow.of(whole(), "unused");
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            Instant runAt = NOON;
            for (CallColumn column : plain.differences(whole)) {
                session.write(List.of(plain), runAt, STATE);
                runAt = runAt.plusSeconds(1);
                CallRow other = StoreFixture.with(plain, Map.of(column, Objects.requireNonNull(whole.get(column))));
                assertThat(session.write(List.of(other), runAt, STATE).changed())
                        .as(column.name())
                        .isEqualTo(1);
                assertThat(StoreFixture.stored(store, "whole").row()).isEqualTo(other);
                runAt = runAt.plusSeconds(1);
            }
        }
    }

    @Test
    default void keepsTheRawJsonOfACallThatComesWithoutIt() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            session.write(List.of(StoreFixture.row(StoreFixture.call("a", 1).rawJson("{\"n\": 1}"))), NOON, STATE);
            assertThat(session.write(List.of(StoreFixture.row("a", 1)), NOON.plusSeconds(1), STATE)
                            .unchanged())
                    .isEqualTo(1);
            session.write(
                    List.of(StoreFixture.row(StoreFixture.call("a", 1).channel("phone"))), NOON.plusSeconds(2), STATE);

            StoredCall stored = StoreFixture.stored(store, "a");
            assertThat(stored.row().get(CallColumn.RAW)).isEqualTo("{\"n\": 1}");
            assertThat(stored.row().get(CallColumn.CHANNEL)).isEqualTo("phone");
        }
    }

    @Test
    default void writesAnUnchangedCallAgainAfterADayOnly() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            CallRow row = StoreFixture.row("a", 1);
            session.write(List.of(row), NOON, STATE);
            session.write(List.of(row), NOON.plus(Duration.ofHours(24)), STATE);
            assertThat(StoreFixture.stored(store, "a").lastSeen()).isEqualTo(NOON);

            Instant later = NOON.plus(Duration.ofHours(25));
            assertThat(session.write(List.of(row), later, STATE)).isEqualTo(new WriteCounts(0, 0, 1, 0, 0));
            assertThat(StoreFixture.stored(store, "a"))
                    .isEqualTo(new StoredCall(row, NOON, later, NOON, Optional.empty()));
        }
    }

    @Test
    default void tellsNewChangedAndUnchangedCallsOfOneBatchApart() {
        List<CallRow> rows = new ArrayList<>(StoreFixture.many(7));
        Instant later = NOON.plus(Duration.ofHours(25));
        try (CallStore store = open()) {
            StoreFixture.write(store, SOURCE, NOON, rows.subList(1, 7).toArray(CallRow[]::new));
            rows.set(4, StoreFixture.row(StoreFixture.call("c5", 5).channel("phone")));
            try (SourceSession session = StoreFixture.session(store, SOURCE)) {
                assertThat(session.write(rows, later, STATE)).isEqualTo(new WriteCounts(1, 1, 5, 0, 0));
            }
            assertThat(StoreFixture.stored(store, "c1")).isEqualTo(StoredCall.first(rows.get(0), later));
            assertThat(StoreFixture.stored(store, "c4"))
                    .isEqualTo(new StoredCall(rows.get(3), NOON, later, NOON, Optional.empty()));
            assertThat(StoreFixture.stored(store, "c5"))
                    .isEqualTo(new StoredCall(rows.get(4), NOON, later, later, Optional.empty()));
        }
    }

    @Test
    default void acceptsACallTwiceInOneBatch() {
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            CallRow first = StoreFixture.row("a", 1);
            CallRow second = StoreFixture.row(StoreFixture.call("a", 1).channel("phone"));
            assertThat(session.write(List.of(first, first, second, first), NOON, STATE))
                    .isEqualTo(new WriteCounts(1, 2, 1, 0, 0));
            assertThat(StoreFixture.stored(store, "a").row()).isEqualTo(first);
        }
    }

    @Test
    default void writesAndFindsManyCallsAtOnce() {
        List<CallRow> rows = StoreFixture.many(2_500);
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            assertThat(session.write(rows, NOON, STATE).created()).isEqualTo(2_500);
            assertThat(session.write(rows, NOON.plusSeconds(1), STATE).unchanged())
                    .isEqualTo(2_500);
            assertThat(store.find(rows.stream().map(CallRow::id).toList())).hasSize(2_500);
        }
    }

    @Test
    default void tellsCallsOfSeveralAccountsApart() {
        CallRow one = StoreFixture.row("a", 1);
        CallRow other = CallRow.of(StoreFixture.call("a", 1).channel("phone").build(), "ws2");
        try (CallStore store = open();
                SourceSession session = StoreFixture.session(store, SOURCE)) {
            assertThat(session.write(List.of(one, other), NOON, STATE).created())
                    .isEqualTo(2);
            assertThat(store.find(List.of(one.id(), other.id())).values())
                    .extracting(StoredCall::row)
                    .containsExactlyInAnyOrder(one, other);
        }
    }

    private static Call whole() {
        Instant at = NOON.minusSeconds(3600);
        CallBuilder call = StoreFixture.call("whole", 1)
                .account("ws1")
                .channel("channel")
                .parentId("parent")
                .direction(CallDirection.OUTBOUND)
                .providerDirection("outbound-api")
                .status(CallStatus.BUSY)
                .providerStatus("busy")
                .from(party("+15550100", "from"))
                .to(party("+351910000001", "to"))
                .createdAt(at)
                .startedAt(at.plusMillis(1))
                .ringingAt(at.plusMillis(2))
                .answeredAt(at.plusMillis(3))
                .endedAt(at.plusMillis(4))
                .updatedAt(at.plusMillis(5))
                .duration(Duration.ofMillis(61_500))
                .talkTime(Duration.ofSeconds(60))
                .answeredBy(AnsweredBy.HUMAN)
                .price(new Money(new BigDecimal("-0.0150"), "USD"))
                .hangup(Hangup.builder()
                        .cause("cause")
                        .source("callee")
                        .sipCode("486")
                        .build())
                .addRecordings(Recording.builder()
                        .id("r1")
                        .url("https://example.com/r1?a=\"b\"")
                        .build())
                .addTags("vip", "z", "a")
                .addProblems("sipInsights.mos")
                .rawJson("{ \"id\" : \"whole\", \"n\": 1.50, \"n\": null }");
        return call.build();
    }

    private static CallParty party(String number, String name) {
        return CallParty.builder()
                .kind(CallParty.Kind.PHONE)
                .address(number)
                .name(name)
                .contactId(name + "-contact")
                .countryCode("US")
                .build();
    }
}
