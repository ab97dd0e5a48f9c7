package dev.callist.testkit.internal.bird;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.internal.server.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A position in Bird's list: right after the row with this creation time and id. Its token is base64 of a JSON array.
 */
public record BirdPageToken(long createdMillis, String id) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public static BirdPageToken after(SandboxCall call) {
        return new BirdPageToken(call.createdAt().toEpochMilli(), call.id().toString());
    }

    /** A position right before the call of a time. Each number gives a different token for the same position. */
    public static BirdPageToken before(long createdMillis, int number) {
        return new BirdPageToken(createdMillis, String.format("ffffffff-ffff-ffff-ffff-%012x", number));
    }

    public static Optional<BirdPageToken> read(String token) {
        try {
            byte[] json = Base64.getDecoder().decode(token);
            JsonNode place = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
            boolean readable = place.isArray()
                    && place.size() == 2
                    && place.get(0).isIntegralNumber()
                    && place.get(0).canConvertToLong()
                    && place.get(1).isTextual()
                    && QueryParameters.uuid(place.get(1).textValue()).isPresent();
            return readable
                    ? Optional.of(new BirdPageToken(
                            place.get(0).longValue(), place.get(1).textValue()))
                    : Optional.empty();
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public String token() {
        String json = "[" + createdMillis + ",\"" + id + "\"]";
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a call follows this position in the list. */
    boolean isBefore(long created, UUID call) {
        return created < createdMillis
                || (created == createdMillis && call.toString().compareTo(id) < 0);
    }
}
