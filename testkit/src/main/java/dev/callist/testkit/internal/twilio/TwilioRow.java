package dev.callist.testkit.internal.twilio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.AnsweredBy;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.testkit.internal.calls.IndexHash;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.internal.laml.LamlTime;
import dev.callist.testkit.internal.laml.LamlWords;
import java.io.IOException;
import java.util.Optional;

/** Writes a call as Twilio's JSON, into an object that is open: every field is there, null where a call has none. */
record TwilioRow(LamlDialect dialect, JsonGenerator json) {
    private static final String AMERICAN = "\\+1(\\d{3})(\\d{3})(\\d{4})";
    private static final String FORWARDER = "+351910000008";
    private static final int LONGEST_QUEUE_MILLIS = 2_000;

    void write(SandboxCall call) throws IOException {
        json.writeStringField("account_sid", TwilioSandbox.ACCOUNT_SID);
        text("annotation", Optional.of("billable").filter(any -> call.status() == CallStatus.COMPLETED));
        text("answered_by", call.answeredBy().map(TwilioRow::answerer));
        json.writeStringField("api_version", "2010-04-01");
        text("caller_name", Optional.of("FRONT DESK").filter(any -> isIncoming(call) && call.index() % 6 == 1));
        json.writeStringField("date_created", LamlTime.text(call.createdAt()));
        json.writeStringField("date_updated", LamlTime.text(call.updatedAt()));
        json.writeStringField("direction", direction(call));
        text("duration", call.duration().map(duration -> Long.toString(duration.toSeconds())));
        text("end_time", call.endedAt().map(LamlTime::text));
        text("forwarded_from", Optional.of(FORWARDER).filter(any -> isIncoming(call) && call.index() % 9 == 2));
        json.writeStringField("from", call.from().address());
        json.writeStringField("from_formatted", formatted(call.from()));
        text("group_sid", sid("GP", "group", call.index() % 13 == 0));
        text("parent_call_sid", call.parentId().map(dialect::sid));
        text("phone_number_sid", sid("PN", "number", call.index() % 4 != 0));
        text("price", call.price().map(price -> price.amount().negate().toPlainString()));
        json.writeStringField("price_unit", "USD");
        json.writeStringField("queue_time", Integer.toString(IndexHash.below(LONGEST_QUEUE_MILLIS, call.index(), 80)));
        json.writeStringField("sid", dialect.sid(call.id()));
        text("start_time", LamlWords.startTime(call).map(LamlTime::text));
        json.writeStringField("status", LamlWords.status(call));
        subresources(dialect.path(call));
        json.writeStringField("to", call.to().address());
        json.writeStringField("to_formatted", formatted(call.to()));
        text("trunk_sid", sid("TK", "trunk", isOnTrunk(call)));
        json.writeStringField("uri", dialect.path(call));
    }

    private void subresources(String path) throws IOException {
        String start = path.substring(0, path.length() - dialect.format().length());
        json.writeObjectFieldStart("subresource_uris");
        String[][] resources = {
            {"events", "Events"},
            {"notifications", "Notifications"},
            {"payments", "Payments"},
            {"recordings", "Recordings"},
            {"siprec", "Siprec"},
            {"streams", "Streams"},
            {"transcriptions", "Transcriptions"},
            {"user_defined_message_subscriptions", "UserDefinedMessageSubscriptions"},
            {"user_defined_messages", "UserDefinedMessages"}
        };
        for (String[] resource : resources) {
            json.writeStringField(resource[0], start + "/" + resource[1] + dialect.format());
        }
        json.writeEndObject();
    }

    private static String direction(SandboxCall call) {
        if (!isOnTrunk(call)) {
            return LamlWords.direction(call);
        }
        return isIncoming(call) ? "trunking-originating" : "trunking-terminating";
    }

    private static boolean isIncoming(SandboxCall call) {
        return call.direction() == CallDirection.INBOUND;
    }

    private static boolean isOnTrunk(SandboxCall call) {
        return call.parentId().isEmpty() && call.index() % 11 == 5;
    }

    private static String answerer(AnsweredBy who) {
        return switch (who) {
            case HUMAN -> "human";
            case MACHINE -> "machine_start";
            case UNKNOWN -> "unknown";
        };
    }

    private static Optional<String> sid(String kind, String name, boolean isThere) {
        return isThere ? Optional.of(TwilioSids.of(kind, SandboxIds.of(name, 7))) : Optional.empty();
    }

    /** American numbers as people write them there, all others as they are. */
    private static String formatted(CallParty party) {
        return party.address().replaceFirst("^" + AMERICAN + "$", "($1) $2-$3");
    }

    private void text(String name, Optional<String> value) throws IOException {
        json.writeStringField(name, value.orElse(null));
    }
}
