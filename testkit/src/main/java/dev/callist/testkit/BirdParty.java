package dev.callist.testkit;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallParty;
import dev.callist.CallParty.Kind;
import java.io.IOException;

/** Writes one end of a call: {@code originator} or {@code receiver}. */
final class BirdParty {
    private BirdParty() {}

    /** The form decides whether the number has its {@code +} and its country. */
    static void write(String field, CallParty party, int form, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        if (party.contactId().isPresent()) {
            json.writeObjectFieldStart("contact");
            json.writeStringField("id", party.contactId().get());
            json.writeStringField("identifierKey", "phonenumber");
            json.writeStringField("identifierValue", party.address());
            json.writeEndObject();
        }
        number(party, form, json);
        json.writeEndObject();
    }

    private static void number(CallParty party, int form, JsonGenerator json) throws IOException {
        String shown = BirdWords.address(party, form);
        json.writeObjectFieldStart("number");
        json.writeStringField("type", BirdWords.type(party));
        json.writeStringField("number", party.kind() == Kind.CLIENT ? shown.substring("client:".length()) : shown);
        if (party.kind() == Kind.ANONYMOUS) {
            json.writeBooleanField("anonymous", true);
        }
        BirdRow.text("callerIdName", party.name(), json);
        if (party.kind() == Kind.PHONE && !shown.startsWith("+")) {
            json.writeStringField("identity", party.address());
        }
        if (BirdWords.showsCountry(form)) {
            BirdRow.text("countryIsoCode", party.countryCode(), json);
            BirdRow.text("pstnNumberType", party.countryCode().map(any -> "mobile"), json);
        }
        json.writeEndObject();
    }
}
