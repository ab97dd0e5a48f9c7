package dev.callist.testkit.internal.plivodialer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.IndexHash;
import dev.callist.testkit.internal.calls.SandboxIds;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Writes a call as the dialer's JSON. A missing value is written in several forms, as in real lists. */
final class PlivoDialerRow {
    private PlivoDialerRow() {}

    static long id(int index) {
        return 1 + Integer.toUnsignedLong(IndexHash.scramble(index));
    }

    static long numberId(SandboxCall call) {
        return 1L + Math.floorMod(own(call).address().hashCode(), 50);
    }

    static long ringGroupId(SandboxCall call) {
        return isInbound(call) ? call.index() % 4 : 0;
    }

    static long ivrId(SandboxCall call) {
        return isInbound(call) ? call.index() % 3 : 0;
    }

    static long listId(SandboxCall call) {
        return 1L + call.index() % 5;
    }

    static long agentId(SandboxCall call) {
        return isAnswered(call) ? 1L + call.index() % 7 : 0;
    }

    static long dispositionId(SandboxCall call) {
        return isAnswered(call) ? call.index() % 3 : 0;
    }

    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id(call.index()));
        json.writeBooleanField("is_inbound", isInbound(call));
        json.writeBooleanField("is_answered", isAnswered(call));
        json.writeBooleanField(
                "is_in_queue", call.status() == CallStatus.QUEUED || call.status() == CallStatus.SCHEDULED);
        contact(call, json);
        PlivoDialerAgents.write(call, json);
        number(own(call), numberId(call), json);
        json.writeNumberField("started_at", call.createdAt().getEpochSecond());
        seconds("duration", call, json);
        seconds("talk_time", call, json);
        json.writeBooleanField("requested_callback", false);
        json.writeBooleanField("is_ended", call.duration().isPresent());
        json.writeStringField("type", isAnswered(call) ? "answered" : "not_answered");
        json.writeBooleanField("is_answered_within_sla", isAnswered(call) && call.index() % 2 == 0);
        json.writeBooleanField("is_data_cached", true);
        json.writeFieldName("original_call_id");
        Optional<UUID> parent = call.parentId();
        if (parent.isPresent()) {
            json.writeNumber(id(SandboxIds.indexOf(parent.get()).orElseThrow()));
        } else {
            json.writeNull();
        }
        named("campaign", 0, call.index(), json);
        named("ring_group", ringGroupId(call), call.index(), json);
        named("ivr", ivrId(call), call.index(), json);
        disposition(call, json);
        recordings(call, json);
        tags(call, json);
        json.writeEndObject();
    }

    private static void contact(SandboxCall call, JsonGenerator json) throws IOException {
        CallParty party = isInbound(call) ? call.from() : call.to();
        boolean isNumber = party.kind() == CallParty.Kind.PHONE;
        String code = party.countryCode().orElse("").equals("GB") ? "44" : "1";
        String digits = bare(party);
        json.writeObjectFieldStart("contact");
        json.writeNumberField("id", 1 + Math.floorMod(party.address().hashCode(), 100_000));
        json.writeStringField("full_name", party.name().orElse(null));
        json.writeStringField("number_country_code", isNumber ? code : "");
        json.writeStringField("national_number", isNumber ? digits.substring(code.length()) : "");
        json.writeStringField("number", digits);
        json.writeArrayFieldStart("list_ids");
        json.writeNumber(listId(call));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void number(CallParty own, long id, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("number");
        json.writeNumberField("id", id);
        json.writeStringField("number", bare(own));
        json.writeStringField("numberWithAlias", bare(own) + " (Line " + id + ")");
        json.writeStringField("alias", "Line " + id);
        json.writeEndObject();
    }

    private static void seconds(String name, SandboxCall call, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (call.duration().isPresent()) {
            json.writeNumber(call.duration().get().toSeconds());
        } else {
            json.writeNull();
        }
    }

    private static void named(String name, long id, int form, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (id == 0) {
            missing(form, json);
            return;
        }
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeStringField("name", name + " " + id);
        json.writeEndObject();
    }

    private static void disposition(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeFieldName("disposition");
        if (dispositionId(call) == 0) {
            missing(call.index(), json);
            return;
        }
        json.writeStartObject();
        json.writeNumberField("id", dispositionId(call));
        json.writeStringField("code", "Done; no. " + dispositionId(call));
        json.writeStringField("note", null);
        json.writeEndObject();
    }

    private static void recordings(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("recordings");
        if (call.status() == CallStatus.COMPLETED && call.index() % 4 == 1) {
            json.writeStartObject();
            json.writeNumberField("id", id(call.index()) + 7);
            json.writeStringField("url", "media.example.com/api/call/recording/" + call.index());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tags(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeFieldName("tags");
        if (call.tags().isEmpty()) {
            missing(call.index() + 1, json);
            return;
        }
        json.writeStartArray();
        for (String tag : call.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
    }

    /** Writes a missing value in one of its three forms. */
    private static void missing(int form, JsonGenerator json) throws IOException {
        switch (form % 3) {
            case 0 -> json.writeNull();
            case 1 -> json.writeString("");
            default -> {
                json.writeStartArray();
                json.writeEndArray();
            }
        }
    }

    private static CallParty own(SandboxCall call) {
        return isInbound(call) ? call.to() : call.from();
    }

    private static String bare(CallParty party) {
        return party.address().startsWith("+") ? party.address().substring(1) : party.address();
    }

    private static boolean isInbound(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND;
    }

    private static boolean isAnswered(SandboxCall call) {
        return call.status() == CallStatus.COMPLETED;
    }
}
