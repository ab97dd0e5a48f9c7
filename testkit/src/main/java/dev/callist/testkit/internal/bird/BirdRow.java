package dev.callist.testkit.internal.bird;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallStatus;
import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.IndexHash;
import dev.callist.testkit.internal.calls.SandboxHangup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes a call as Bird's JSON. Missing values are left out, as in real lists. */
final class BirdRow {
    private static final Duration SCHEDULED_AHEAD = Duration.ofHours(1);

    private BirdRow() {}

    /** Writes the fields into an object that is open. */
    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStringField("id", call.id().toString());
        json.writeStringField("channelId", BirdSandbox.CHANNEL_ID);
        BirdParty.originator(call.from(), call.index(), json);
        BirdParty.receiver(call.to(), call.index() + 1, json);
        json.writeStringField("from", BirdWords.from(call));
        json.writeStringField("to", BirdWords.to(call));
        text("parentId", call.parentId().map(UUID::toString), json);
        json.writeStringField("direction", BirdWords.direction(call));
        json.writeStringField("status", BirdWords.status(call));
        json.writeStringField("type", BirdWords.type(call));
        if (call.duration().isPresent()) {
            json.writeNumberField("duration", call.duration().get().toSeconds());
            SandboxHangup.of(call).write(call.index(), json);
            quality(call, json);
        }
        if (call.index() % 8 == 3) {
            BirdCallFlow.write(call, json);
        }
        if (call.answeredBy().isPresent()) {
            json.writeObjectFieldStart("amdResult");
            json.writeStringField("result", call.answeredBy().get().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        if (BirdWords.type(call).equals("sip")) {
            json.writeStringField("sipType", "byoc");
        }
        instants(call, json);
        if (!call.tags().isEmpty()) {
            json.writeArrayFieldStart("tags");
            for (String tag : call.tags()) {
                json.writeString(tag);
            }
            json.writeEndArray();
        }
    }

    private static void quality(SandboxCall call, JsonGenerator json) throws IOException {
        boolean spoken = call.status() == CallStatus.COMPLETED;
        json.writeObjectFieldStart("qualityInsights");
        json.writeStringField("mos", spoken ? hundredths(350 + IndexHash.below(101, call.index(), 50)) : "0.00");
        json.writeStringField("pdd", hundredths(IndexHash.below(1_500, call.index(), 51)));
        json.writeEndObject();
    }

    private static void instants(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStringField("createdAt", BirdTime.text(call.createdAt()));
        json.writeStringField("updatedAt", BirdTime.text(call.updatedAt()));
        text("ringingAt", call.ringingAt().map(BirdTime::text), json);
        text("answeredAt", call.answeredAt().map(BirdTime::text), json);
        text("endedAt", call.endedAt().map(BirdTime::text), json);
        Optional<Instant> due =
                Optional.of(call.createdAt().plus(SCHEDULED_AHEAD)).filter(at -> call.status() == CallStatus.SCHEDULED);
        text("scheduledFor", due.map(BirdTime::text), json);
    }

    static void text(String name, Optional<String> value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    private static String hundredths(int number) {
        int rest = number % 100;
        return number / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
