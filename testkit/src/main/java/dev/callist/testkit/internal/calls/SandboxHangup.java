package dev.callist.testkit.internal.calls;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.callist.testkit.SandboxCall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Why a call ended, as Bird reports it: the SIP code in one of two places, or in both, and a source that may be null.
 */
public record SandboxHangup(int causeCode, Optional<String> source, String sipCode) {
    private static final List<String> SOURCES = List.of("callee", "caller", "api", "media-timeout");

    public static SandboxHangup of(SandboxCall call) {
        Optional<String> source = Optional.of(SOURCES.get(IndexHash.below(SOURCES.size(), call.index(), 60)));
        return switch (call.status()) {
            case COMPLETED -> new SandboxHangup(16, source, "200");
            case NO_ANSWER ->
                call.index() % 2 == 0
                        ? new SandboxHangup(19, Optional.of("none"), "480")
                        : new SandboxHangup(19, Optional.of("timeout"), "487");
            case BUSY -> new SandboxHangup(17, Optional.of("callee"), "486");
            case CANCELED -> new SandboxHangup(16, Optional.of("caller"), "487");
            case FAILED, SCHEDULED, QUEUED, RINGING, IN_PROGRESS, UNKNOWN ->
                new SandboxHangup(41, Optional.empty(), "503");
        };
    }

    public void write(int index, JsonGenerator json) throws IOException {
        json.writeNumberField("hangupCauseCode", causeCode);
        json.writeStringField("hangupSource", source.orElse(null));
        if (index % 3 == 0) {
            json.writeStringField("hangupSipCode", sipCode);
        }
        if (index % 3 != 0 || index % 2 == 0) {
            json.writeObjectFieldStart("sipInsights");
            json.writeStringField("hangupSipCode", sipCode);
            if (index % 4 == 0) {
                json.writeStringField("edgeRegion", "eu-west-1");
            }
            json.writeEndObject();
        }
    }
}
