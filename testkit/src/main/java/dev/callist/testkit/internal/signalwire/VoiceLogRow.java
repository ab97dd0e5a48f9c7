package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallDirection;
import dev.callist.Money;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.laml.LamlWords;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes a call as an entry of the voice log, into an object that is open. */
record VoiceLogRow(VoiceLogIds ids, JsonGenerator json) {
    private static final String SPACE = "https://example.signalwire.com";
    private static final String DIALOGFLOW = "dialogflow_call";
    private static final String FABRIC = "fabric_subscriber_device_leg";
    private static final BigDecimal VOICE_SHARE = new BigDecimal("0.8");
    private static final int SCALE = 5;

    /** As many as a prime, so that the type does not go with anything else that repeats. */
    private static final List<String> TYPES = List.of(
            "relay_pstn_call",
            "laml_call",
            "laml_call",
            "relay_sip_call",
            "laml_call",
            "relay_webrtc_call",
            "video_room_pstn_leg",
            "laml_call",
            "video_room_sip_leg",
            "relay_pstn_call",
            DIALOGFLOW,
            "laml_call",
            FABRIC);

    /** The kind of a call. */
    static String type(SandboxCall call) {
        return TYPES.get(call.index() % TYPES.size());
    }

    void write(SandboxCall call) throws IOException {
        String type = type(call);
        json.writeStringField("id", ids.sid(call.id()));
        json.writeStringField("from", call.from().address());
        json.writeStringField("to", call.to().address());
        text("direction", type.equals(DIALOGFLOW) ? Optional.empty() : Optional.of(direction(call)));
        text("status", type.equals(FABRIC) ? Optional.empty() : Optional.of(LamlWords.status(call)));
        number("duration", call.duration().map(Duration::toSeconds));
        number("duration_ms", call.duration().map(Duration::toMillis));
        number("billing_ms", call.duration().map(VoiceLogRow::billed));
        json.writeStringField("source", source(type));
        json.writeStringField("type", type);
        text("url", type.equals("laml_call") ? Optional.of(url(call)) : Optional.empty());
        charge(call);
        json.writeStringField("created_at", call.createdAt().toString());
        text("parent_id", call.parentId().map(ids::sid));
    }

    /** All that is left of a deleted entry. */
    void writeDeleted(SandboxCall call, Instant deletedAt) throws IOException {
        json.writeStringField("id", ids.sid(call.id()));
        json.writeStringField("discarded_at", deletedAt.toString());
        json.writeStringField("created_at", call.createdAt().toString());
    }

    private static String direction(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND ? "inbound" : "outbound";
    }

    private static String source(String type) {
        return switch (type) {
            case "laml_call" -> "laml";
            case DIALOGFLOW -> "dialogflow";
            default -> "realtime_api";
        };
    }

    private static String url(SandboxCall call) {
        return SPACE + new SignalWireDialect().path(call);
    }

    /** Whole minutes. */
    private static long billed(Duration duration) {
        return Duration.ofMinutes(duration.plusSeconds(59).toMinutes()).toMillis();
    }

    private void charge(SandboxCall call) throws IOException {
        Optional<BigDecimal> charge = call.price().map(Money::amount);
        json.writeFieldName("charge");
        if (charge.isEmpty()) {
            json.writeNull();
            json.writeArrayFieldStart("charge_details");
            json.writeEndArray();
            return;
        }
        json.writeNumber(charge.get());
        BigDecimal voice = charge.get().multiply(VOICE_SHARE).setScale(SCALE, RoundingMode.DOWN);
        json.writeArrayFieldStart("charge_details");
        detail("voice minutes", voice);
        detail("carrier", charge.get().subtract(voice));
        json.writeEndArray();
    }

    private void detail(String description, BigDecimal charge) throws IOException {
        json.writeStartObject();
        json.writeStringField("description", description);
        json.writeNumberField("charge", charge);
        json.writeEndObject();
    }

    private void number(String name, Optional<Long> value) throws IOException {
        json.writeFieldName(name);
        if (value.isPresent()) {
            json.writeNumber(value.get());
        } else {
            json.writeNull();
        }
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }
}
