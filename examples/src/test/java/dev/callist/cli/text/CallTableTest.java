package dev.callist.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallTableTest {
    private static final CallTable TABLE = new CallTable(false, OptionalInt.empty(), ZoneOffset.UTC);

    @Test
    void fitsColumnsToTheCalls() {
        Call one = call().from(CallParty.of("+351910000000"))
                .createdAt(Instant.parse("2026-03-01T10:00:00.5Z"))
                .duration(Duration.ofSeconds(3661))
                .price(new Money(new BigDecimal("0.0065"), "USD"))
                .build();
        Call two = call().direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN)
                .providerStatus("parked")
                .to(named("12", "Ana 漢字"))
                .build();
        assertThat(TABLE.text(List.of(one, two), Set.of()).lines())
                .containsExactly(
                        "CREATED (UTC)        DIRECTION  STATUS            FROM           TO           DURATION       PRICE",
                        "2026-03-01 10:00:00  inbound    no-answer         +351910000000  -             1:01:01  0.0065 USD",
                        "-                    unknown    unknown (parked)  -              12 Ana 漢字         -           -");
    }

    @Test
    void replacesTextThatWouldControlTheTerminal() {
        Call call = call().from(named("1\u001b[2J", "a\nb\u202Ec\u009B1m")).build();
        assertThat(TABLE.text(List.of(call), Set.of())).contains("1\uFFFD[2J a\uFFFDb\uFFFDc\uFFFD1m");
    }

    @Test
    void shortensThePartiesToTheWidthOfTheTerminal() {
        Call call = call().createdAt(Instant.parse("2026-03-01T10:00:00Z"))
                .from(named("+351910000001", "Ana Beatriz 漢字漢字漢字"))
                .to(named("+351910000002", "Bruno"))
                .build();
        String text = new CallTable(false, OptionalInt.of(80), ZoneOffset.UTC).text(List.of(call), Set.of());
        assertThat(text.lines())
                .containsExactly(
                        "CREATED (UTC)        DIRECTION  STATUS     FROM          TO             DURATION",
                        "2026-03-01 10:00:00  inbound    no-answer  +3519100000…  +35191000000…         -")
                .allMatch(line -> TerminalText.cellWidth(line) <= 80);
    }

    @Test
    void shortensTimesIfAListOfSeveralProvidersWouldNotFitOtherwise() {
        Call dialer = call().provider("plivo-dialer")
                .status(CallStatus.IN_PROGRESS)
                .createdAt(Instant.parse("2026-03-01T10:00:59Z"))
                .from(CallParty.of("+12025550161"))
                .to(CallParty.of("+12025550162"))
                .price(new Money(new BigDecimal("0.0065"), "USD"))
                .build();
        assertThat(new CallTable(false, OptionalInt.of(80), ZoneOffset.UTC)
                        .text(List.of(dialer), Set.of("provider"))
                        .lines())
                .containsExactly(
                        "PROVIDER      CREATED (UTC)     DIRECTION  STATUS       FROM    TO      DURATION",
                        "plivo-dialer  2026-03-01 10:00  inbound    in-progress  +1202…  +1202…         -");
        assertThat(new CallTable(false, OptionalInt.of(78), ZoneOffset.UTC)
                        .text(List.of(dialer), Set.of("provider"))
                        .lines())
                .containsExactly(
                        "PROVIDER      CREATED (UTC)  DIRECTION  STATUS       FROM    TO       DURATION",
                        "plivo-dialer  03-01 10:00    inbound    in-progress  +1202…  +12025…         -");
    }

    @Test
    void neverShortensAnIdOrATime() {
        Call call = call().from(CallParty.of("+351910000001")).build();
        String text = new CallTable(false, OptionalInt.of(20), ZoneOffset.UTC)
                .text(List.of(call), CallColumn.named(List.of("id", "created-at", "FROM")));
        assertThat(text.lines()).containsExactly("ID  CREATED (UTC)  FROM", "1   -              +3519…");
    }

    @Test
    void showsTimesInTheZone() {
        Call call = call().createdAt(Instant.parse("2026-07-01T23:30:00Z")).build();
        assertThat(new CallTable(false, OptionalInt.empty(), ZoneId.of("Europe/Lisbon"))
                        .text(List.of(call), CallColumn.named(List.of("createdAt")))
                        .lines())
                .containsExactly("CREATED (Europe/Lisbon)", "2026-07-02 00:30:00");
    }

    @Test
    void showsAnyColumn() {
        Call call =
                call().duration(Duration.ofSeconds(65)).addTags("vip", "new").build();
        assertThat(TABLE.text(List.of(call), CallColumn.named(List.of("fromE164", "duration", "tags", "talk_time")))
                        .lines())
                .containsExactly("FROM E164  DURATION  TAGS     TALK TIME", "-              1:05  vip;new          -");
    }

    @Test
    void isEmptyWithoutCalls() {
        assertThat(TABLE.text(List.of(), Set.of())).isEmpty();
    }

    private static CallParty named(String address, String name) {
        return CallParty.builder()
                .kind(CallParty.Kind.PHONE)
                .address(address)
                .name(name)
                .build();
    }

    private static CallBuilder call() {
        return Call.builder()
                .provider("bird")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.NO_ANSWER);
    }
}
