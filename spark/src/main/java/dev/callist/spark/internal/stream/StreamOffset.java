package dev.callist.spark.internal.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.connector.read.streaming.Offset;

/**
 * How far a stream has come, as JSON: for each account the watermark, the frozen end and the oldest open call.
 * Immutable.
 */
final class StreamOffset extends Offset {
    /** Nothing has been read. */
    static final StreamOffset START = new StreamOffset(Map.of());

    private static final int VERSION = 1;

    private final SortedMap<String, AccountProgress> accounts;

    StreamOffset(Map<String, AccountProgress> accounts) {
        this.accounts = new TreeMap<>(accounts);
    }

    /** Reads an offset that {@link #json()} wrote. */
    static StreamOffset parse(String json) {
        Map<String, AccountProgress> accounts = new TreeMap<>();
        try {
            JsonNode root = CallJson.mapper().readTree(json);
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("the checkpoint was written by another version of Callist; this one"
                        + " reads version " + VERSION + ", so start with a new checkpoint");
            }
            root.path("accounts")
                    .properties()
                    .forEach(account -> accounts.put(account.getKey(), progress(account.getValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the checkpoint contains an offset that is not of Callist");
        }
        return new StreamOffset(accounts);
    }

    private static AccountProgress progress(JsonNode json) {
        return new AccountProgress(
                Instant.parse(json.path("watermark").asText()),
                Instant.parse(json.path("frozenEnd").asText()),
                Optional.of(json.path("oldestOpen"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .map(Instant::parse));
    }

    Optional<AccountProgress> of(String account) {
        return Optional.ofNullable(accounts.get(account));
    }

    @Override
    public String json() {
        ObjectNode root = CallJson.mapper().createObjectNode().put("version", VERSION);
        ObjectNode all = root.putObject("accounts");
        accounts.forEach((name, progress) -> {
            ObjectNode one = all.putObject(name)
                    .put("watermark", progress.watermark().toString())
                    .put("frozenEnd", progress.frozenEnd().toString());
            progress.oldestOpen().ifPresent(open -> one.put("oldestOpen", open.toString()));
        });
        return root.toString();
    }
}
