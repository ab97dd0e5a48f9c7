package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallParty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

class BirdSandboxRowsTest {
    private static final Pattern NUMBER =
            Pattern.compile("\"(?:from|to|number|identity|identifierValue)\":\"\\+?(\\d+)\"");
    private static final String FICTIONAL = "1\\d{3}55501\\d{2}|447700900\\d{3}|442079460\\d{3}";
    private static final Set<String> INSTANTS =
            Set.of("createdAt", "updatedAt", "ringingAt", "answeredAt", "endedAt", "scheduledFor");

    private final String page = fetched();
    private final List<JsonNode> rows = new Answer(200, Headers.of(), page).rows();

    private static String fetched() {
        try (BirdSandbox sandbox = BirdSandbox.start(500)) {
            return new BirdBrowser(sandbox).list("limit", "500").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesTheCallsOfTheSet() {
        assertThat(IntStream.range(0, 500).mapToObj(SandboxCall::at)).zipSatisfy(rows, (call, row) -> {
            assertThat(row.get("id").textValue()).isEqualTo(call.id().toString());
            assertThat(Instant.parse(row.get("createdAt").textValue())).isEqualTo(call.createdAt());
            assertThat(row.has("parentId")).isEqualTo(call.parentId().isPresent());
            assertThat(row.has("endedAt")).isEqualTo(call.endedAt().isPresent());
            assertThat(row.has("duration")).isEqualTo(call.duration().isPresent());
            assertThat(row.path("tags")).hasSize(call.tags().size());
        });
    }

    @Test
    void hasWhatEveryCallMustHave() {
        assertThat(rows).allSatisfy(row -> assertThat(row.fieldNames())
                .toIterable()
                .contains("id", "channelId", "from", "to", "originator", "receiver", "direction", "status", "type")
                .contains("createdAt", "updatedAt"));
    }

    @Test
    void leavesOutWhatIsNotThereAndHasNullForTheSourceOnly() {
        assertThat(rows).flatMap(BirdSandboxRowsTest::nullFields).isNotEmpty().containsOnly("hangupSource");
    }

    @Test
    void cutsTheZerosOffAFraction() {
        List<String> texts = rows.stream()
                .flatMap(row -> INSTANTS.stream().map(row::path))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();

        assertThat(texts).allMatch(text -> text.matches("[0-9-]{10}T[0-9:]{8}(\\.\\d{0,2}[1-9])?Z"));
        assertThat(texts).map(String::length).contains(20, 22, 23, 24);
    }

    @Test
    void usesNumbersOfFictionOnly() {
        assertThat(NUMBER.matcher(page).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(number -> number.matches(FICTIONAL));
    }

    @Test
    void printsNumbersInSeveralForms() {
        assertThat(rows).extracting(row -> row.get("to").textValue()).anyMatch(to -> to.startsWith("+1"));
        assertThat(rows).extracting(row -> row.get("to").textValue()).anyMatch(to -> to.startsWith("4477"));
        assertThat(rows).anySatisfy(row -> assertThat(row.at("/receiver/number").has("countryIsoCode"))
                .isFalse());
        assertThat(rows)
                .filteredOn(row -> !row.get("to").textValue().startsWith("+"))
                .allSatisfy(row -> assertThat(row.at("/receiver/number").has("countryIsoCode"))
                        .isTrue());
    }

    /** Otherwise the same query could not find the same calls with every provider. */
    @Test
    void printsNoNumberOfAnUnknownCountry() {
        assertThat(IntStream.range(0, 500).mapToObj(SandboxCall::at)).zipSatisfy(rows, (call, row) -> {
            assertThat(party(row, "from", "originator").e164())
                    .isEqualTo(call.from().e164());
            assertThat(party(row, "to", "receiver").e164()).isEqualTo(call.to().e164());
        });
    }

    @Test
    void hasClientsSwitchboardsAndWithheldNumbers() {
        assertThat(rows)
                .filteredOn(row -> row.get("type").textValue().equals("webrtc"))
                .isNotEmpty()
                .allMatch(row -> row.get("from").textValue().matches("client:[0-9a-f-]{36}"))
                .allMatch(row -> row.get("direction").textValue().equals("incoming"));
        assertThat(rows)
                .filteredOn(row -> row.get("type").textValue().equals("sip"))
                .isNotEmpty()
                .allMatch(row -> row.get("from").textValue().startsWith("sip:"));
        assertThat(rows)
                .filteredOn(row -> row.at("/originator/number/anonymous").asBoolean())
                .isNotEmpty()
                .allMatch(row -> row.get("from").textValue().equals("anonymous"));
    }

    @Test
    void putsTheSipCodeInEitherPlace() {
        assertThat(rows).anyMatch(row -> row.has("hangupSipCode") && !row.has("sipInsights"));
        assertThat(rows).anyMatch(row -> !row.has("hangupSipCode") && row.has("sipInsights"));
        assertThat(rows)
                .filteredOn(row -> row.has("duration"))
                .allMatch(row -> row.has("hangupSipCode")
                        || row.at("/sipInsights/hangupSipCode").isTextual());
    }

    @Test
    void writesQualityAsText() {
        assertThat(rows)
                .filteredOn(row -> row.has("qualityInsights"))
                .isNotEmpty()
                .allMatch(row -> row.at("/qualityInsights/mos").textValue().matches("\\d\\.\\d{2}"))
                .allMatch(row -> row.at("/qualityInsights/pdd").textValue().matches("\\d{1,2}\\.\\d{2}"));
    }

    @Test
    void setsAnAnswerTimeOnSomeUnansweredCalls() {
        assertThat(rows)
                .filteredOn(row -> row.get("status").textValue().equals("no-answer"))
                .allMatch(row -> row.get("duration").longValue() == 0)
                .anyMatch(row -> row.has("answeredAt"))
                .anyMatch(row -> !row.has("answeredAt"));
    }

    @Test
    void hasTheOtherOptionalFieldsOnSomeRows() {
        for (String field : List.of("callFlow", "amdResult", "sipType", "tags", "scheduledFor", "parentId")) {
            assertThat(rows).anyMatch(row -> row.has(field)).anyMatch(row -> !row.has(field));
        }
    }

    private static CallParty party(JsonNode row, String address, String end) {
        String country = row.at("/" + end + "/number/countryIsoCode").asText("");
        return CallParty.builder()
                .kind(CallParty.kindOf(row.get(address).textValue()))
                .address(row.get(address).textValue())
                .countryCode(Optional.of(country).filter(code -> !code.isEmpty()))
                .build();
    }

    private static List<String> nullFields(JsonNode row) {
        return row.properties().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList();
    }
}
