package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.testkit.fake.FakeList;
import java.net.URI;

/** SignalWire's voice log with scripted responses. */
final class FakeVoiceLog extends FakeList<SignalWireLogs> {
    static final String PATH = "/api/voice/logs";

    FakeVoiceLog() {
        super(FakeVoiceLog::lister);
    }

    private static SignalWireLogs lister(URI baseUrl, ClientOptions options) {
        return SignalWireLogs.create(SignalWireConfig.builder()
                .projectId("p1")
                .apiToken("PT1")
                .baseUrl(baseUrl)
                .options(options)
                .build());
    }

    FakeVoiceLog answers(int status, String body) {
        enqueue(status, body);
        return this;
    }

    /** A page; the links are the fields of a JSON object. */
    FakeVoiceLog page(String rows, String links) {
        return answers(200, "{\"links\":{" + links + "},\"data\":[" + rows + "]}");
    }

    /** The only page. */
    FakeVoiceLog page(String rows) {
        return page(rows, "\"self\":\"http://" + authority() + PATH + "\"");
    }

    /** The call of an entry with these fields. */
    Call read(String fields) {
        return answers(200, row("e1", fields)).calls().find("e1");
    }

    static String row(String id, String fields) {
        return "{\"id\":\"" + id + "\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    }
}
