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
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTableTest {
    private static final CallTable TABLE = new CallTable(false, false, false);

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
        assertThat(TABLE.text(List.of(one, two)).lines())
                .containsExactly(
                        "CREATED (UTC)        DIRECTION  STATUS     FROM           TO           DURATION       PRICE",
                        "2026-03-01 10:00:00  inbound    no answer  +351910000000  -             1:01:01  0.0065 USD",
                        "-                    -          parked     -              12 Ana 漢字         -           -");
    }

    @Test
    void replacesTextThatWouldControlTheTerminal() {
        Call call = call().from(named("1\u001b[2J", "a\nb\u202Ec\u009B1m")).build();
        assertThat(TABLE.text(List.of(call))).contains("1\uFFFD[2J a\uFFFDb\uFFFDc\uFFFD1m");
    }

    @Test
    void isEmptyWithoutCalls() {
        assertThat(TABLE.text(List.of())).isEmpty();
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
