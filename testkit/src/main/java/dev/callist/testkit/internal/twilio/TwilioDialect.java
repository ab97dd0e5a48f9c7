package dev.callist.testkit.internal.twilio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.TwilioSandbox;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.laml.LamlDialect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Twilio's API. */
public record TwilioDialect() implements LamlDialect {
    @Override
    public List<String> accounts() {
        return List.of("2010-04-01", "Accounts");
    }

    @Override
    public String account() {
        return TwilioSandbox.ACCOUNT_SID;
    }

    @Override
    public String credential() {
        return TwilioSandbox.ACCOUNT_SID + ":" + TwilioSandbox.AUTH_TOKEN;
    }

    @Override
    public String format() {
        return ".json";
    }

    @Override
    public boolean isFormatRequired() {
        return true;
    }

    @Override
    public Map<String, String> headers(int request) {
        return Map.of("Twilio-Request-Id", TwilioSids.of("RQ", SandboxIds.of("request", request)));
    }

    @Override
    public String sid(UUID call) {
        return TwilioSids.of("CA", call);
    }

    @Override
    public Optional<UUID> call(String sid) {
        return TwilioSids.call(sid);
    }

    @Override
    public Optional<TimeSpan> time(String text) {
        return TwilioTime.read(text);
    }

    @Override
    public int invalidStatus() {
        return 400;
    }

    @Override
    public String moreInfo(int code) {
        return "https://www.twilio.com/docs/errors/" + code;
    }

    @Override
    public SandboxResponse nowhere() {
        return SandboxResponse.of(404, "text/html", "<html><body><h1>Not Found</h1></body></html>");
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public void writeRow(SandboxCall call, JsonGenerator json) throws IOException {
        new TwilioRow(this, json).write(call);
    }
}
