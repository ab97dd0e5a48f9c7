package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.internal.calls.IndexHash;
import dev.callist.testkit.internal.calls.SandboxHangup;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.internal.laml.LamlTime;
import dev.callist.testkit.internal.laml.LamlWords;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a call as SignalWire's JSON, into an object that is open: every field is there, null where a call has none.
 */
record SignalWireRow(LamlDialect dialect, JsonGenerator json) {
    private static final String AMERICAN = "\\+1(\\d{3})(\\d{3})(\\d{4})";

    void write(SandboxCall call) throws IOException {
        json.writeStringField("sid", call.id().toString());
        json.writeStringField("date_created", LamlTime.text(call.createdAt()));
        json.writeStringField("date_updated", LamlTime.text(call.updatedAt()));
        text("parent_call_sid", call.parentId().map(UUID::toString));
        json.writeStringField("account_sid", SignalWireSandbox.PROJECT_ID);
        parties(call);
        boolean knowsNumber = call.index() % 4 != 0;
        text(
                "phone_number_sid",
                knowsNumber ? Optional.of(SandboxIds.of("number", 7).toString()) : Optional.empty());
        json.writeStringField("status", LamlWords.status(call));
        text("start_time", LamlWords.startTime(call).map(LamlTime::text));
        text("end_time", call.endedAt().map(LamlTime::text));
        json.writeNumberField("duration", call.duration().orElse(Duration.ZERO).toSeconds());
        price(call);
        json.writeStringField("direction", LamlWords.direction(call));
        text("answered_by", call.answeredBy().map(who -> who.name().toLowerCase(Locale.ROOT)));
        json.writeStringField("api_version", "2010-04-01");
        for (String alwaysNull : new String[] {"forwarded_from", "caller_name", "annotation", "group_sid"}) {
            json.writeNullField(alwaysNull);
        }
        String uri = dialect.path(call);
        json.writeStringField("uri", uri);
        json.writeObjectFieldStart("subresource_uris");
        json.writeNullField("notifications");
        json.writeStringField("recordings", uri + "/Recordings");
        json.writeEndObject();
        sound(call);
    }

    private void parties(SandboxCall call) throws IOException {
        json.writeStringField("to", call.to().address());
        json.writeStringField("formatted_to", formatted(call.to()));
        json.writeStringField("to_formatted", formatted(call.to()));
        json.writeStringField("from", call.from().address());
        json.writeStringField("formatted_from", formatted(call.from()));
        json.writeStringField("from_formatted", formatted(call.from()));
    }

    /** A number once a call is rated, which some are not yet. */
    private void price(SandboxCall call) throws IOException {
        json.writeFieldName("price");
        if (call.price().isPresent()) {
            json.writeNumber(call.price().get().amount());
        } else {
            json.writeNull();
        }
        json.writeStringField("price_unit", "USD");
    }

    private void sound(SandboxCall call) throws IOException {
        boolean heard = call.status() == CallStatus.COMPLETED && call.index() % 3 != 0;
        int mos = 35 + IndexHash.below(11, call.index(), 70);
        text("audio_in_mos", heard ? Optional.of(mos / 10 + "." + mos % 10) : Optional.empty());
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
        text("sip_result_code", call.duration().map(any -> SandboxHangup.of(call)
                .sipCode()));
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }

    /** American numbers with dashes and without their country, all others as they are. */
    private static String formatted(CallParty party) {
        return party.address().replaceFirst("^" + AMERICAN + "$", "$1-$2-$3");
    }
}
