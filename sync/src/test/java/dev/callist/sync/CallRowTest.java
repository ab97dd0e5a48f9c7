package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallRowTest {
    private static final Instant TIME = Instant.parse("2026-02-01T12:00:00.123456Z");

    private static final Call FULL = Call.builder()
            .provider("bird")
            .id("call-1")
            .account("acme")
            .channel("channel-1")
            .parentId("call-0")
            .direction(CallDirection.INBOUND)
            .providerDirection("incoming")
            .status(CallStatus.COMPLETED)
            .providerStatus("ended")
            .from(CallParty.builder()
                    .kind(CallParty.Kind.PHONE)
                    .address("910000018")
                    .countryCode("PT")
                    .name("A name")
                    .contactId("contact-1")
                    .build())
            .to(CallParty.of("sip:desk@example.com"))
            .createdAt(TIME)
            .startedAt(TIME.plusSeconds(1))
            .ringingAt(TIME.plusSeconds(2))
            .answeredAt(TIME.plusSeconds(3))
            .endedAt(TIME.plusSeconds(4))
            .updatedAt(TIME.plusSeconds(5))
            .duration(Duration.ofMillis(61_250))
            .talkTime(Duration.ofSeconds(60))
            .answeredBy(AnsweredBy.HUMAN)
            .price(new Money(new BigDecimal("-0.0125"), "USD"))
            .hangup(Hangup.builder().cause("NORMAL_CLEARING").sipCode("200").build())
            .addRecordings(Recording.builder()
                    .id("recording-1")
                    .url("https://example.com/1")
                    .build())
            .addTags("vip", "new")
            .addProblems("sipInsights.mos")
            .rawJson("{\"id\": \"call-1\"}")
            .build();

    @Test
    void hasOnlyTheColumnsThatAreWanted() {
        CallRow whole = CallRow.of(FULL, "other");
        Set<CallColumn> wanted = EnumSet.of(
                CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID, CallColumn.DURATION, CallColumn.PROBLEMS);
        CallRow part = CallRow.of(FULL, "other", wanted);
        assertThat(part.values().keySet()).isEqualTo(wanted);
        assertThat(whole.values()).containsAllEntriesOf(part.values());
    }

    @Test
    void namesATimeThatNoStoreKeepsEvenIfItsColumnIsNotWanted() {
        Call old = Call.builder()
                .copyFrom(FULL)
                .createdAt(Instant.parse("1969-12-31T00:00:00Z"))
                .build();
        CallRow part = CallRow.of(
                old, "other", EnumSet.of(CallColumn.PROVIDER, CallColumn.ACCOUNT, CallColumn.ID, CallColumn.PROBLEMS));
        assertThat(part.get(CallColumn.CREATED_AT)).isNull();
        assertThat(part.get(CallColumn.PROBLEMS))
                .isEqualTo(CallRow.of(old, "other").get(CallColumn.PROBLEMS))
                .asString()
                .contains("created_at");
    }

    @Test
    void isOverIfItsStatusIsFinalOrItHasAnEnd() {
        Call live = Call.builder()
                .provider("bird")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.RINGING)
                .build();
        assertThat(CallRow.of(live, "a").isOver()).isFalse();
        assertThat(CallRow.of(Call.builder().copyFrom(live).endedAt(TIME).build(), "a")
                        .isOver())
                .isTrue();
        assertThat(CallRow.of(
                                Call.builder()
                                        .copyFrom(live)
                                        .status(CallStatus.BUSY)
                                        .build(),
                                "a")
                        .isOver())
                .isTrue();
    }

    @Test
    void givesBackTheWholeCall() {
        Call call = CallRow.of(FULL, "another").toCall();
        assertThat(call).isEqualTo(FULL);
        assertThat(call.rawJson()).isEqualTo(FULL.rawJson());
        assertThat(call.from().flatMap(CallParty::e164)).contains("+351910000018");
    }

    @Test
    void givesBackACallWithNothingOptional() {
        Call least = Call.builder()
                .provider("bird")
                .id("call-1")
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .build();
        assertThat(CallRow.of(least, "acme").toCall())
                .isEqualTo(Call.builder().copyFrom(least).account("acme").build());
    }

    @ParameterizedTest
    @CsvSource({"351910000018, true, +351910000018", "910000018, false,", "+351910000018, false, +351910000018"})
    void keepsWhetherANumberIsCertain(String address, boolean isInternational, String e164) {
        Call call = Call.builder()
                .copyFrom(FULL)
                .from(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address(address)
                        .international(isInternational)
                        .build())
                .build();
        Call read = CallRow.of(call, "acme").toCall();
        assertThat(read).isEqualTo(call);
        assertThat(read.from().flatMap(CallParty::e164)).isEqualTo(Optional.ofNullable(e164));
    }

    @Test
    void readsARowThatWasChangedByHand() {
        Map<CallColumn, Object> values = new HashMap<>(CallRow.of(FULL, "acme").values());
        values.put(CallColumn.STATUS, "parked");
        values.put(CallColumn.DIRECTION, "");
        values.put(CallColumn.FROM_KIND, "FAX");
        values.put(CallColumn.TAGS, "not JSON");
        values.put(CallColumn.DURATION, new BigDecimal("1e30"));
        values.remove(CallColumn.PRICE_CURRENCY);
        Call call = CallRow.of(values).toCall();
        assertThat(call.status()).isEqualTo(CallStatus.UNKNOWN);
        assertThat(call.direction()).isEqualTo(CallDirection.UNKNOWN);
        assertThat(call.from()).isEmpty();
        assertThat(call.tags()).isEmpty();
        assertThat(call.duration()).isEmpty();
        assertThat(call.price()).isEmpty();
        assertThat(call.to()).isEqualTo(FULL.to());
    }
}
