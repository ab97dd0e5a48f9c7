package dev.callist.signalwire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.ProviderTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the voice log with the fields that SignalWire returns ({@code created_at} is {@link #createdAt()}); a
 * field that is absent or could not be read is null. Get it with {@code call.as(SignalWireLogEntry.class)}. Its
 * constructor is not API: components are added as SignalWire adds fields.
 *
 * @param id the entry's id
 * @param from the caller
 * @param to the callee
 * @param source what the call was made with, such as {@code laml}, {@code realtime_api} or {@code dialogflow}
 * @param charge what the call cost, in US dollars
 * @param chargeDetails what {@link #charge} consists of
 * @param createdAt when the entry was made
 * @param discardedAt when it was deleted; null unless it was
 * @param type what kind of call it is, such as {@code laml_call} or {@code relay_sip_call}
 * @param url the address of the call in the Compatibility API; null unless it is a LaML call
 * @param direction {@code inbound}, or a word that starts with {@code outbound}; null for Dialogflow calls
 * @param status a word such as {@code completed}; null for legs of a call fabric
 * @param duration in whole seconds on the wire
 * @param durationMs in milliseconds on the wire
 * @param billingMs the duration that was charged, in milliseconds on the wire
 * @param parentId the entry that this one is a leg of
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SignalWireLogEntry(
        @Nullable String id,
        @Nullable String from,
        @Nullable String to,
        @Nullable String source,
        @Nullable BigDecimal charge,
        @Nullable List<ChargeDetail> chargeDetails,
        @Nullable Instant createdAt,
        @Nullable Instant discardedAt,
        @Nullable String type,
        @Nullable String url,
        @Nullable String direction,
        @Nullable String status,
        @Nullable Duration duration,
        @Nullable Duration durationMs,
        @Nullable Duration billingMs,
        @Nullable String parentId) {

    /** Whether the entry was deleted: then only its id and its two times are known. */
    public boolean isDeleted() {
        return discardedAt != null;
    }

    /**
     * The call's sid in the Compatibility API, under which {@link SignalWireCalls} lists it: the last part of {@link
     * #url()}. Absent unless it is a LaML call.
     */
    public Optional<String> sid() {
        return Optional.ofNullable(url).map(SignalWireLogEntry::lastSegment).filter(sid -> !sid.isEmpty());
    }

    private static String lastSegment(String url) {
        String path = url.strip().split("[?#]", 2)[0];
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return segment.endsWith(".json") ? segment.substring(0, segment.length() - ".json".length()) : segment;
    }

    /** The id only. */
    @Override
    public String toString() {
        return "SignalWireLogEntry[" + ProviderTexts.shownId(id) + "]";
    }

    /**
     * A part of the charge.
     *
     * @param description what was charged for
     * @param charge how much, in US dollars
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ChargeDetail(
            @Nullable String description, @Nullable BigDecimal charge) {
        /** Nothing: the description may say anything. */
        @Override
        public String toString() {
            return "ChargeDetail[****]";
        }
    }
}
