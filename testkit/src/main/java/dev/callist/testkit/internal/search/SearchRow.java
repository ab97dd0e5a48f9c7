package dev.callist.testkit.internal.search;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.AnsweredBy;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.internal.calls.SandboxIds;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Writes a call as the JSON of the Search Calls API, with dates in its three forms. */
final class SearchRow {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int AGENTS = 3;
    private static final int LANGUAGES = 4;

    private SearchRow() {}

    static String deliveryStatus(SandboxCall call) {
        return "call_" + call.status().name().toLowerCase(Locale.ROOT);
    }

    static boolean isVoicemail(SandboxCall call) {
        return call.answeredBy().equals(Optional.of(AnsweredBy.MACHINE));
    }

    static String mode(SandboxCall call) {
        return call.from().kind() == CallParty.Kind.CLIENT ? "web" : "phone";
    }

    static String language(SandboxCall call) {
        return call.index() % LANGUAGES == 0 ? "es" : "en";
    }

    static String rating(SandboxCall call) {
        return call.status() == CallStatus.COMPLETED ? "Complete" : "Incomplete";
    }

    static String agentId(SandboxCall call) {
        return SandboxIds.of("agent", call.index() % AGENTS).toString();
    }

    static String agentVersionId(SandboxCall call) {
        return SandboxIds.of("agent version", call.index() % AGENTS).toString();
    }

    static Optional<String> contactId(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND
                ? call.from().contactId()
                : call.to().contactId();
    }

    static String conversationId(SandboxCall call) {
        return SandboxIds.of("conversation", call.index()).toString();
    }

    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", call.id().toString());
        json.writeStringField("type", "call");
        json.writeStringField("agent_id", agentId(call));
        json.writeStringField("agent_version_id", agentVersionId(call));
        json.writeStringField("channel_id", SearchSandbox.CHANNEL_ID);
        json.writeStringField("contact_id", contactId(call).orElse(null));
        json.writeStringField("conversation_id", conversationId(call));
        json.writeStringField("direction", call.direction().name());
        json.writeStringField("delivery_status", deliveryStatus(call));
        json.writeStringField("mode", mode(call));
        json.writeStringField("language", language(call));
        json.writeStringField("call_completion_rating", rating(call));
        json.writeBooleanField("voicemail", isVoicemail(call));
        json.writeStringField("from", call.from().address());
        json.writeStringField("to", call.to().address());
        if (call.duration().isPresent()) {
            json.writeNumberField("duration", call.duration().get().toMillis());
        }
        json.writeStringField("created_at", date(call.createdAt(), call.index()));
        json.writeStringField("updated_at", date(call.updatedAt(), call.index() + 1));
        attachments(call, json);
        json.writeNullField("user_id");
        json.writeEndObject();
    }

    private static void attachments(SandboxCall call, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("attachments");
        if (call.status() == CallStatus.COMPLETED && call.index() % 4 == 1) {
            attachment("audio/wav", "recording.wav", call, json);
            attachment("text/plain", "transcript.txt", call, json);
        }
        json.writeEndArray();
    }

    private static void attachment(String type, String file, SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("content_type", type);
        json.writeStringField("url", "https://files.example.com/" + call.id() + "/" + file);
        json.writeEndObject();
    }

    private static String date(Instant at, int form) {
        return switch (form % 3) {
            case 0 -> at.toString();
            case 1 -> LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
            default -> MICROS.format(at);
        };
    }
}
