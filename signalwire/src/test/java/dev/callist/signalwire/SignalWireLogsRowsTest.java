package dev.callist.signalwire;

import static dev.callist.signalwire.FakeVoiceLog.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallIterator;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ListingReport.Completeness;
import dev.callist.Money;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireLogsSandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads entries, odd and deleted ones included. */
class SignalWireLogsRowsTest {
    private final FakeVoiceLog server = new FakeVoiceLog();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void mapsEveryField() {
        Call call = server.read("""
                "from":"+15550100","to":"sip:desk1@pbx.example.com","source":"laml","charge":0.0123,
                "charge_details":[{"description":"voice","charge":0.01},{"description":"carrier","charge":0.0023}],
                "created_at":"2026-03-10T12:00:00.250Z","type":"laml_call",
                "url":"https://example.signalwire.com/api/laml/2010-04-01/Accounts/p1/Calls/c-17.json",
                "direction":"outbound","status":"no-answer","duration":53,"duration_ms":52345,"billing_ms":60000,
                "parent_id":"e0\"""");

        SignalWireLogEntry entry = call.as(SignalWireLogEntry.class).orElseThrow();
        assertThat(call.provider()).isEqualTo("signalwire-logs");
        assertThat(call.id()).isEqualTo("e1");
        assertThat(call.account()).contains("p1");
        assertThat(call.parentId()).contains("e0");
        assertThat(call.direction()).isEqualTo(CallDirection.OUTBOUND);
        assertThat(call.providerDirection()).contains("outbound");
        assertThat(call.status()).isEqualTo(CallStatus.NO_ANSWER);
        assertThat(call.providerStatus()).contains("no-answer");
        assertThat(call.from().flatMap(CallParty::e164)).contains("+15550100");
        assertThat(call.to().map(CallParty::kind)).contains(CallParty.Kind.SIP);
        assertThat(call.createdAt()).contains(Instant.parse("2026-03-10T12:00:00.250Z"));
        assertThat(call.updatedAt()).isEmpty();
        assertThat(call.duration()).contains(Duration.ofMillis(52_345));
        assertThat(call.price()).contains(new Money(new BigDecimal("0.0123"), "USD"));
        assertThat(call.problems()).isEmpty();
        assertThat(entry.source()).isEqualTo("laml");
        assertThat(entry.type()).isEqualTo("laml_call");
        assertThat(entry.duration()).isEqualTo(Duration.ofSeconds(53));
        assertThat(entry.billingMs()).isEqualTo(Duration.ofMinutes(1));
        assertThat(entry.chargeDetails())
                .extracting(SignalWireLogEntry.ChargeDetail::charge)
                .containsExactly(new BigDecimal("0.01"), new BigDecimal("0.0023"));
        assertThat(entry.sid()).contains("c-17");
        assertThat(entry.isDeleted()).isFalse();
        assertThat(entry).hasToString("SignalWireLogEntry[e1]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.signalwire.com/api/laml/2010-04-01/Accounts/p1/Calls/c1, c1",
        "/api/laml/2010-04-01/Accounts/p1/Calls/c1.json?x=/y#z/, c1",
        "c1, c1",
        "https://example.signalwire.com/api/laml/, ''",
        "' ', ''"
    })
    void readsTheSidAtTheEndOfTheUrl(String url, String sid) {
        SignalWireLogEntry entry = server.read("\"url\":\"" + url + "\"")
                .as(SignalWireLogEntry.class)
                .orElseThrow();

        assertThat(entry.sid().orElse("")).isEqualTo(sid);
    }

    @ParameterizedTest
    @CsvSource({"5, 5000, 5000", "5, null, 5000", "null, 5250, 5250", "0, 0, 0", "5, '\"soon\"', 5000"})
    void prefersTheDurationInMilliseconds(String seconds, String millis, long expected) {
        Call call = server.read("\"duration\":" + seconds + ",\"duration_ms\":" + millis);

        assertThat(call.duration()).contains(Duration.ofMillis(expected));
    }

    @Test
    void leavesOutWhatAnEntryLacks() {
        Call call = server.read("\"from\":null,\"charge\":null,\"charge_details\":null,\"url\":null,\"direction\":null,"
                + "\"status\":null,\"duration\":null,\"duration_ms\":null,\"billing_ms\":null,\"parent_id\":null");

        assertThat(call.direction()).isEqualTo(CallDirection.UNKNOWN);
        assertThat(call.status()).isEqualTo(CallStatus.UNKNOWN);
        assertThat(call.providerStatus()).isEmpty();
        assertThat(call.duration()).isEmpty();
        assertThat(call.price()).isEmpty();
        assertThat(call.problems()).isEmpty();
        assertThat(server.calls().elsewhere(call)).isEmpty();
    }

    @Test
    void readsADeletedEntryAsACallOfWhichLittleIsKnown() {
        server.page(row("e1", "\"discarded_at\":\"2026-03-11T00:00:00Z\",\"created_at\":\"2026-03-10T00:00:00Z\""));

        try (CallIterator walk = server.calls().list(CallQuery.all()).iterator()) {
            Call call = walk.next();
            assertThat(call.createdAt()).contains(Instant.parse("2026-03-10T00:00:00Z"));
            assertThat(call.updatedAt()).contains(Instant.parse("2026-03-11T00:00:00Z"));
            assertThat(call.status()).isEqualTo(CallStatus.UNKNOWN);
            assertThat(call.providerStatus()).isEmpty();
            assertThat(call.as(SignalWireLogEntry.class)).hasValueSatisfying(entry -> {
                assertThat(entry.isDeleted()).isTrue();
                assertThat(entry.discardedAt()).isEqualTo(Instant.parse("2026-03-11T00:00:00Z"));
            });
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().rejected()).isZero();
            assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void listsDeletedEntriesIfAsked() {
        try (SignalWireLogsSandbox sandbox = SignalWireLogsSandbox.startWithDeleted(60);
                SignalWireLogs logs = SignalWireLogs.create(SignalWireConfig.builder()
                        .projectId(SignalWireLogsSandbox.PROJECT_ID)
                        .apiToken(SignalWireLogsSandbox.API_TOKEN)
                        .baseUrl(sandbox.url())
                        .build())) {
            CallQuery query = CallQuery.builder().pageSize(7).build();
            CallQuery all = query.toBuilder()
                    .addProviderFilters(
                            SignalWireLogsFilters.builder().includeDeleted(true).build())
                    .build();

            assertThat(logs.list(query)).hasSize(54).noneMatch(SignalWireLogsRowsTest::isDeleted);
            List<Call> listed = logs.list(all).stream().toList();
            assertThat(listed)
                    .hasSize(60)
                    .filteredOn(SignalWireLogsRowsTest::isDeleted)
                    .hasSize(6);
            assertThat(listed.get(5).createdAt()).contains(SandboxCall.at(5).createdAt());
        }
    }

    private static boolean isDeleted(Call call) {
        return call.as(SignalWireLogEntry.class).orElseThrow().isDeleted();
    }

    @Test
    void readsEntriesOfEveryType() {
        try (SignalWireLogsSandbox sandbox = SignalWireLogsSandbox.start(60);
                SignalWireLogs logs = SignalWireLogs.create(SignalWireConfig.builder()
                        .projectId(SignalWireLogsSandbox.PROJECT_ID)
                        .apiToken(SignalWireLogsSandbox.API_TOKEN)
                        .baseUrl(sandbox.url())
                        .build())) {
            List<Call> calls = logs.list(CallQuery.all()).stream().toList();
            Set<String> types = calls.stream().map(SignalWireLogsRowsTest::type).collect(Collectors.toSet());
            assertThat(types)
                    .containsExactlyInAnyOrder(
                            "laml_call",
                            "relay_pstn_call",
                            "relay_sip_call",
                            "relay_webrtc_call",
                            "video_room_pstn_leg",
                            "video_room_sip_leg",
                            "dialogflow_call",
                            "fabric_subscriber_device_leg");
            assertThat(calls)
                    .filteredOn(call -> call.direction() == CallDirection.UNKNOWN)
                    .isNotEmpty()
                    .allMatch(call -> type(call).equals("dialogflow_call"));
            assertThat(calls)
                    .filteredOn(call -> call.status() == CallStatus.UNKNOWN)
                    .isNotEmpty()
                    .allMatch(call -> type(call).equals("fabric_subscriber_device_leg"));
            assertThat(calls)
                    .filteredOn(call -> logs.elsewhere(call).isPresent())
                    .isNotEmpty()
                    .allMatch(call -> type(call).equals("laml_call"));
        }
    }

    private static String type(Call call) {
        return String.valueOf(call.as(SignalWireLogEntry.class).orElseThrow().type());
    }
}
