package dev.callist.testkit.internal.bird;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.CallParty;
import dev.callist.CallParty.Kind;
import java.io.IOException;

/** Writes one end of a call: {@code originator} or {@code receiver}. */
final class BirdParty {
    private BirdParty() {}

    /** The caller. The form decides whether the number has its {@code +} and its country. */
    static void originator(CallParty party, int form, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("originator");
        contact(party, json);
        json.writeObjectFieldStart("number");
        number(party, form, json);
        if (BirdWords.isBare(party, form)) {
            json.writeStringField("identity", party.address());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The callee; the full number never appears beside the one shown. */
    static void receiver(CallParty party, int form, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("receiver");
        contact(party, json);
        json.writeObjectFieldStart("number");
        number(party, form, json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void contact(CallParty party, JsonGenerator json) throws IOException {
        if (party.contactId().isPresent()) {
            json.writeObjectFieldStart("contact");
            json.writeStringField("id", party.contactId().get());
            json.writeStringField("identifierKey", "phonenumber");
            json.writeStringField("identifierValue", party.address());
            json.writeEndObject();
        }
    }

    private static void number(CallParty party, int form, JsonGenerator json) throws IOException {
        String shown = BirdWords.address(party, form);
        json.writeStringField("type", BirdWords.type(party));
        json.writeStringField("number", party.kind() == Kind.CLIENT ? shown.substring("client:".length()) : shown);
        if (party.kind() == Kind.ANONYMOUS) {
            json.writeBooleanField("anonymous", true);
        }
        BirdRow.text("callerIdName", party.name(), json);
        if (BirdWords.showsCountry(form)) {
            BirdRow.text("countryIsoCode", party.countryCode(), json);
            BirdRow.text("pstnNumberType", party.countryCode().map(any -> "mobile"), json);
        }
    }
}
