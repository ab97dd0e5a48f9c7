package dev.callist.testkit.internal.bird;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.calls.SandboxIds;
import java.io.IOException;

/** Writes the commands that were played on a call. */
final class BirdCallFlow {
    private static final String[] COMMANDS = {"ringing", "answer", "say", "hangup"};

    private BirdCallFlow() {}

    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        String flow = SandboxIds.of("flow", call.index()).toString();
        json.writeObjectFieldStart("callFlow");
        json.writeStringField("id", flow);
        json.writeArrayFieldStart("commands");
        for (int i = 0; i < COMMANDS.length; i++) {
            json.writeStartObject();
            json.writeStringField("id", SandboxIds.of(COMMANDS[i], call.index()).toString());
            json.writeStringField("callId", call.id().toString());
            json.writeStringField("command", COMMANDS[i]);
            json.writeStringField("status", "accepted");
            json.writeStringField("callFlowId", flow);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
