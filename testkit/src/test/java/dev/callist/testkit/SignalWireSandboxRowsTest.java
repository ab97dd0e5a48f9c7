package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallDirection;
import dev.callist.testkit.internal.laml.LamlTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireSandboxRowsTest {
    private static final Pattern NUMBER = Pattern.compile("\"(?:from|to)\":\"\\+(\\d+)\"");
    private static final String FICTIONAL = "1\\d{3}55501\\d{2}|447700900\\d{3}|442079460\\d{3}";
    private static final List<String> MAY_BE_NULL = List.of(
            "parent_call_sid",
            "phone_number_sid",
            "start_time",
            "end_time",
            "price",
            "answered_by",
            "audio_in_mos",
            "audio_rtt_avg",
            "sip_result_code");
    private static final List<String> ALWAYS_NULL = List.of("forwarded_from", "caller_name", "annotation", "group_sid");

    private final String page = fetched();
    private final List<JsonNode> rows = SignalWireBrowser.rows(new Answer(200, Headers.of(), page));

    private static String fetched() {
        try (SignalWireSandbox sandbox = SignalWireSandbox.start(500)) {
            return new SignalWireBrowser(sandbox).list("PageSize", "500").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesTheCallsOfTheSet() {
        assertThat(IntStream.range(0, 500).mapToObj(SandboxCall::at)).zipSatisfy(rows, (call, row) -> {
            assertThat(row.get("sid").textValue()).isEqualTo(call.id().toString());
            assertThat(row.get("from").textValue()).isEqualTo(call.from().address());
            assertThat(row.get("to").textValue()).isEqualTo(call.to().address());
            assertThat(LamlTime.read(row.get("date_created").textValue()))
                    .contains(call.createdAt().truncatedTo(ChronoUnit.SECONDS));
            assertThat(row.get("end_time").isTextual()).isEqualTo(call.endedAt().isPresent());
            assertThat(row.get("duration").longValue())
                    .isEqualTo(call.duration().orElse(Duration.ZERO).toSeconds());
            assertThat(row.get("direction").textValue().startsWith("inbound"))
                    .isEqualTo(call.direction() == CallDirection.INBOUND);
        });
    }

    @Test
    void writesEveryFieldOnEveryRow() {
        List<String> names =
                rows.get(0).properties().stream().map(Map.Entry::getKey).toList();

        assertThat(names).hasSize(36).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.properties())
                .extracting(Map.Entry::getKey)
                .isEqualTo(names));
    }

    @Test
    void writesNullForAMissingValue() {
        for (String field : MAY_BE_NULL) {
            assertThat(rows).anyMatch(row -> row.get(field).isNull()).anyMatch(row -> !row.get(field)
                    .isNull());
        }
        for (String field : ALWAYS_NULL) {
            assertThat(rows).allMatch(row -> row.get(field).isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"date_created", "date_updated", "start_time", "end_time"})
    void writesDatesWithThreeLettersAndAnOffset(String field) {
        assertThat(rows)
                .extracting(row -> row.get(field))
                .filteredOn(JsonNode::isTextual)
                .extracting(JsonNode::textValue)
                .isNotEmpty()
                .allMatch(
                        date -> date.matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} 2026 \\d{2}:\\d{2}:\\d{2} \\+0000"));
    }

    @Test
    void writesSeptemberWithThreeLetters() {
        assertThat(LamlTime.text(Instant.parse("2018-09-19T20:00:00Z"))).isEqualTo("Wed, 19 Sep 2018 20:00:00 +0000");
    }

    @Test
    void writesDirectionsAsTheyAreSeen() {
        assertThat(rows)
                .extracting(row -> row.get("direction").textValue())
                .contains("inbound", "outbound-api", "outbound-dial")
                .allMatch(List.of("inbound", "outbound-api", "outbound-dial")::contains);
        assertThat(rows)
                .filteredOn(row -> row.get("parent_call_sid").isTextual())
                .allMatch(row -> row.get("direction").textValue().equals("outbound-dial"));
    }

    @Test
    void writesPricesAsPositiveNumbersOnceACallIsRated() {
        assertThat(rows)
                .extracting(row -> row.get("price"))
                .filteredOn(price -> !price.isNull())
                .isNotEmpty()
                .allMatch(price -> price.isNumber() && price.decimalValue().signum() > 0);
        assertThat(rows)
                .filteredOn(row -> row.get("price").isNumber())
                .allMatch(row -> row.get("status").textValue().equals("completed"));
        assertThat(rows)
                .filteredOn(row -> row.get("status").textValue().equals("completed"))
                .anyMatch(row -> row.get("price").isNull());
    }

    @Test
    void writesTheScoreOfTheSoundAsTextAndTheOtherFiguresAsNumbers() {
        assertThat(rows)
                .filteredOn(row -> !row.get("audio_in_mos").isNull())
                .isNotEmpty()
                .allMatch(row -> row.get("audio_in_mos").textValue().matches("[34]\\.\\d"))
                .allMatch(row -> row.get("audio_out_lost").isNumber());
    }

    @Test
    void putsDashesIntoAmericanNumbersOnly() {
        assertThat(rows).allSatisfy(row -> {
            String to = row.get("to").textValue();
            String formatted = row.get("formatted_to").textValue();
            assertThat(formatted).isEqualTo(row.get("to_formatted").textValue());
            if (to.startsWith("+1")) {
                assertThat(formatted).matches("\\d{3}-555-01\\d{2}");
            } else {
                assertThat(formatted).isEqualTo(to);
            }
        });
    }

    @Test
    void usesNumbersOfFictionOnly() {
        assertThat(NUMBER.matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(number -> number.matches(FICTIONAL));
    }

    @Test
    void leavesAScheduledCallQueued() {
        assertThat(IntStream.range(0, 500).mapToObj(SandboxCall::at)).zipSatisfy(rows, (call, row) -> {
            String word = call.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(row.get("status").textValue()).isEqualTo(word.equals("scheduled") ? "queued" : word);
        });
    }

    @Test
    void startsACallWhenItRings() {
        assertThat(rows)
                .filteredOn(row ->
                        List.of("queued", "failed").contains(row.get("status").textValue()))
                .allMatch(row -> row.get("start_time").isNull());
        assertThat(rows)
                .filteredOn(row -> row.get("status").textValue().equals("completed"))
                .allMatch(row -> row.get("start_time").isTextual());
    }
}
