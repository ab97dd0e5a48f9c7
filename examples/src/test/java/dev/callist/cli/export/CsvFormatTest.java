package dev.callist.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Money;
import dev.callist.Recording;
import dev.callist.cli.text.CallColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFormatTest {
    private final CsvFormat csv = new CsvFormat(CallColumn.ALL);

    @Test
    void startsWithTheColumnNames() {
        assertThat(new String(csv.header(), StandardCharsets.UTF_8))
                .isEqualTo("provider,id,account,channel,parentId,direction,providerDirection,status,providerStatus,"
                        + "fromKind,from,fromE164,fromName,toKind,to,toE164,toName,createdAt,startedAt,ringingAt,"
                        + "answeredAt,endedAt,updatedAt,durationSeconds,talkTimeSeconds,answeredBy,priceAmount,"
                        + "priceCurrency,hangupCause,hangupSource,hangupSipCode,recordings,tags,problems\n");
    }

    @Test
    void writesACallAsOneRow() throws IOException {
        Call call = Call.builder()
                .provider("bird")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .from(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address("+351910000000")
                        .name("Silva, \"Ana\"")
                        .build())
                .createdAt(Instant.parse("2026-03-01T10:00:00Z"))
                .duration(Duration.ofMillis(20_500))
                .price(new Money(new BigDecimal("1E-7"), "USD"))
                .addRecordings(Recording.builder().id("r1").build())
                .addTags("a b", "c")
                .build();
        assertThat(new String(csv.row(call), StandardCharsets.UTF_8))
                .isEqualTo("bird,1,,,,INBOUND,,COMPLETED,,PHONE,+351910000000,+351910000000,\"Silva, \"\"Ana\"\"\","
                        + ",,,,2026-03-01T10:00:00Z,,,,,,20.5,,,0.0000001,USD,,,,r1,a b;c,\n");
    }

    @ParameterizedTest
    @CsvSource({
        "\ud83d, \ufffd",
        "\ude00, \ufffd",
        "a\ud83d b, a\ufffd b",
        "\ude00\ud83d, \ufffd\ufffd",
        "\ud83d\ude00, \ud83d\ude00"
    })
    void replacesWhatUtf8CannotHold(String name, String written) throws IOException {
        assertThat(tag(name)).isEqualTo(written);
    }

    @Test
    void replacesNul() throws IOException {
        assertThat(tag("a\0b")).isEqualTo("a\ufffdb");
    }

    private String tag(String tag) throws IOException {
        Call call = Call.builder()
                .provider("bird")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .addTags(tag)
                .build();
        String[] cells =
                new String(csv.row(call), StandardCharsets.UTF_8).strip().split(",", -1);
        return cells[cells.length - 2];
    }

    @Test
    void quotesCellsThatWouldBreakARow() throws IOException {
        Call call = Call.builder()
                .provider("bird")
                .id("1")
                .direction(CallDirection.INBOUND)
                .status(CallStatus.COMPLETED)
                .addTags("a\nb", "c\rd", "e,f", "g\"h", " ")
                .build();
        assertThat(new String(csv.row(call), StandardCharsets.UTF_8)).endsWith(",\"a\nb;c\rd;e,f;g\"\"h; \",\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "+351910000000|+351910000000",
                "=1+1|'=1+1",
                "+1 202|'+1 202",
                "+1+2|'+1+2",
                "-|'-",
                "@SUM(A1)|'@SUM(A1)",
                "a=b|a=b"
            })
    void writesNoCellThatIsAFormula(String cell, String written) {
        assertThat(CsvFormat.withoutFormula(cell)).isEqualTo(written);
    }
}
