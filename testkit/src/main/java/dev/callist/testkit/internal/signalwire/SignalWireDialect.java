package dev.callist.testkit.internal.signalwire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SandboxResponse;
import dev.callist.testkit.SignalWireSandbox;
import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.laml.LamlDialect;
import dev.callist.testkit.internal.laml.LamlTime;
import dev.callist.testkit.internal.server.QueryParameters;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** SignalWire's Compatibility API. */
public record SignalWireDialect() implements LamlDialect {
    @Override
    public List<String> accounts() {
        return List.of("api", "laml", "2010-04-01", "Accounts");
    }

    @Override
    public String account() {
        return SignalWireSandbox.PROJECT_ID;
    }

    @Override
    public String credential() {
        return SignalWireSandbox.PROJECT_ID + ":" + SignalWireSandbox.API_TOKEN;
    }

    @Override
    public String format() {
        return "";
    }

    @Override
    public boolean isFormatRequired() {
        return false;
    }

    @Override
    public Map<String, String> headers(int request) {
        return Map.of("X-Request-Id", SandboxIds.request(request));
    }

    @Override
    public String sid(UUID call) {
        return call.toString();
    }

    @Override
    public Optional<UUID> call(String sid) {
        return QueryParameters.uuid(sid);
    }

    @Override
    public Optional<TimeSpan> time(String text) {
        return LamlTime.read(text).map(instant -> new TimeSpan(instant, instant));
    }

    @Override
    public int invalidStatus() {
        return 422;
    }

    @Override
    public String moreInfo(int code) {
        return "https://developer.signalwire.com/compatibility-api/errors";
    }

    @Override
    public SandboxResponse nowhere() {
        return SandboxResponse.of(404, "text/plain", "Not Found");
    }

    @Override
    public boolean countsRows() {
        return false;
    }

    @Override
    public void writeRow(SandboxCall call, JsonGenerator json) throws IOException {
        new SignalWireRow(this, json).write(call);
    }
}
