package dev.callist.testkit.internal.plivodialer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import java.io.IOException;

/** Writes the agents who took part in a call of the dialer. */
final class PlivoDialerAgents {
    private PlivoDialerAgents() {}

    static void write(SandboxCall call, JsonGenerator json) throws IOException {
        long id = PlivoDialerRow.agentId(call);
        json.writeArrayFieldStart("agents");
        if (id != 0) {
            json.writeNumber(id);
        }
        json.writeEndArray();
        agents("all_agents", id, call, json);
        agents("answered_agents", id, call, json);
        json.writeArrayFieldStart("external_numbers");
        json.writeEndArray();
    }

    private static void agents(String name, long id, SandboxCall call, JsonGenerator json) throws IOException {
        boolean alone = call.index() % 6 == 4;
        json.writeFieldName(name);
        if (!alone || id == 0) {
            json.writeStartArray();
        }
        if (id != 0) {
            agent(id, call, json);
        }
        if (!alone || id == 0) {
            json.writeEndArray();
        }
    }

    private static void agent(long id, SandboxCall call, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", id);
        json.writeNumberField("user_id", id + 40);
        json.writeStringField("alias", "Agent " + id);
        json.writeStringField("sip", "sip:agent" + id + "@pbx.example.com");
        json.writeNumberField("started_at", call.createdAt().getEpochSecond());
        json.writeStringField("type", "agent");
        json.writeBooleanField("is_any_transfer", false);
        json.writeStringField("hangup_reason", "NORMAL_CLEARING");
        json.writeEndObject();
    }
}
