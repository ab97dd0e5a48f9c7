package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.internal.calls.IndexHash;
import dev.callist.testkit.internal.calls.SandboxHangup;
import dev.callist.testkit.internal.calls.SandboxIds;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes a call as SignalWire's JSON: every field is there, null where a call has none. */
final class SignalWireRow {
    private SignalWireRow() {}

    /** Writes the fields into an object that is open. */
    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStringField("sid", call.id().toString());
        json.writeStringField("date_created", SignalWireTime.text(call.createdAt()));
        json.writeStringField("date_updated", SignalWireTime.text(call.updatedAt()));
        text("parent_call_sid", call.parentId().map(UUID::toString), json);
        json.writeStringField("account_sid", SignalWireSandbox.PROJECT_ID);
        parties(call, json);
        boolean knowsNumber = call.index() % 4 != 0;
        text(
                "phone_number_sid",
                knowsNumber ? Optional.of(SandboxIds.of("number", 7).toString()) : Optional.empty(),
                json);
        json.writeStringField("status", SignalWireWords.status(call));
        text("start_time", SignalWireWords.startTime(call).map(SignalWireTime::text), json);
        text("end_time", call.endedAt().map(SignalWireTime::text), json);
        json.writeNumberField("duration", call.duration().orElse(Duration.ZERO).toSeconds());
        price(call, json);
        json.writeStringField("direction", SignalWireWords.direction(call));
        text("answered_by", call.answeredBy().map(who -> who.name().toLowerCase(Locale.ROOT)), json);
        json.writeStringField("api_version", "2010-04-01");
        for (String alwaysNull : new String[] {"forwarded_from", "caller_name", "annotation", "group_sid"}) {
            json.writeNullField(alwaysNull);
        }
        String uri = SignalWireLinks.LIST + "/" + call.id();
        json.writeStringField("uri", uri);
        json.writeObjectFieldStart("subresource_uris");
        json.writeNullField("notifications");
        json.writeStringField("recordings", uri + "/Recordings");
        json.writeEndObject();
        sound(call, json);
    }

    private static void parties(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStringField("to", call.to().address());
        json.writeStringField("formatted_to", SignalWireWords.formatted(call.to()));
        json.writeStringField("to_formatted", SignalWireWords.formatted(call.to()));
        json.writeStringField("from", call.from().address());
        json.writeStringField("formatted_from", SignalWireWords.formatted(call.from()));
        json.writeStringField("from_formatted", SignalWireWords.formatted(call.from()));
    }

    /** A number once a call is rated, which some are not yet. */
    private static void price(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeFieldName("price");
        if (call.price().isPresent()) {
            json.writeNumber(call.price().get().amount());
        } else {
            json.writeNull();
        }
        json.writeStringField("price_unit", "USD");
    }

    private static void sound(SandboxCall call, JsonGenerator json) throws IOException {
        boolean heard = call.status() == CallStatus.COMPLETED && call.index() % 3 != 0;
        int mos = 35 + IndexHash.below(11, call.index(), 70);
        text("audio_in_mos", heard ? Optional.of(mos / 10 + "." + mos % 10) : Optional.empty(), json);
        String[] figures = {
            "audio_rtt_avg",
            "audio_rtt_min",
            "audio_rtt_max",
            "audio_out_jitter_min",
            "audio_out_jitter_max",
            "audio_out_jitter_avg",
            "audio_out_lost"
        };
        for (int i = 0; i < figures.length; i++) {
            if (heard) {
                json.writeNumberField(figures[i], IndexHash.below(80, call.index(), 71 + i));
            } else {
                json.writeNullField(figures[i]);
            }
        }
        text(
                "sip_result_code",
                call.duration().map(any -> SandboxHangup.of(call).sipCode()),
                json);
    }

    private static void text(String name, Optional<String> value, JsonGenerator json) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }
}
