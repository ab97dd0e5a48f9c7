package dev.callist;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.callist.internal.text.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One voice call as its provider recorded it, in neutral terms. Immutable and thread-safe.
 *
 * <p>A field that the provider did not send is absent, never guessed. A field that could not be read is absent too, and
 * {@link #problems()} names it. Equality covers everything but {@link #rawJson()} and the native record.
 */
@Value.Immutable
@ValueStyle
@JsonDeserialize(builder = CallBuilder.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
    "provider",
    "id",
    "account",
    "channel",
    "parentId",
    "direction",
    "providerDirection",
    "status",
    "providerStatus",
    "from",
    "to",
    "createdAt",
    "startedAt",
    "ringingAt",
    "answeredAt",
    "endedAt",
    "updatedAt",
    "duration",
    "talkTime",
    "answeredBy",
    "price",
    "hangup",
    "recordings",
    "tags",
    "problems"
})
public abstract class Call {
    Call() {}

    /** Starts building a call; provider, id, direction and status are required. */
    public static CallBuilder builder() {
        return new CallBuilder();
    }

    /** The provider's name, {@link CallLister#provider()}. */
    @JsonProperty
    public abstract String provider();

    /** The provider's id of this call; unique within {@link #provider()}, {@link #account()} and {@link #channel()}. */
    @JsonProperty
    public abstract String id();

    /** The account that the call belongs to, such as a workspace or a project. */
    @JsonProperty
    public abstract Optional<String> account();

    /** The channel that carried the call, if the provider has channels. */
    @JsonProperty
    public abstract Optional<String> channel();

    /** The id of the call that this one is a leg of. */
    @JsonProperty
    public abstract Optional<String> parentId();

    /** Which way the call went. */
    @JsonProperty
    public abstract CallDirection direction();

    /** The provider's own word for {@link #direction()}. */
    @JsonProperty
    public abstract Optional<String> providerDirection();

    /** The state of the call, or how it ended. */
    @JsonProperty
    public abstract CallStatus status();

    /** The provider's own word for {@link #status()}. */
    @JsonProperty
    public abstract Optional<String> providerStatus();

    /** Who called. */
    @JsonProperty
    public abstract Optional<CallParty> from();

    /** Who was called. */
    @JsonProperty
    public abstract Optional<CallParty> to();

    /** When the provider created the record. Ordered lists run newest first by this time. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> createdAt();

    /** When the call began. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> startedAt();

    /** When the callee's side began to ring. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> ringingAt();

    /** When the provider saw an answer. Some providers set it on unanswered calls too, so rely on {@link #status()}. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> answeredAt();

    /** When the call ended; absent while it is live. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> endedAt();

    /** When the record last changed; prices and quality figures may arrive minutes after the end. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Instant> updatedAt();

    /** How long the call lasted as the provider counts it, never negative. It need not match the instants. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Duration> duration();

    /** How long people spoke, if the provider counts it separately from {@link #duration()}. */
    @JsonProperty
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public abstract Optional<Duration> talkTime();

    /** Who or what answered. */
    @JsonProperty
    public abstract Optional<AnsweredBy> answeredBy();

    /** What the provider charged; absent until the call is rated. */
    @JsonProperty
    public abstract Optional<Money> price();

    /** Why and by whom the call was ended. */
    @JsonProperty
    public abstract Optional<Hangup> hangup();

    /** The recordings that the list shows, in its order. */
    @JsonProperty
    public abstract List<Recording> recordings();

    /** The tags on the call, in the provider's order. */
    @JsonProperty
    public abstract List<String> tags();

    /** The provider's names of the fields that could not be read, such as {@code sipInsights.mos}. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public abstract List<String> problems();

    /** The provider's JSON of this call, byte for byte; absent when {@link ClientOptions#keepRawJson()} is off. */
    @Value.Auxiliary
    @JsonIgnore
    public abstract Optional<String> rawJson();

    /** The native record that {@link #as} returns. */
    @Value.Auxiliary
    @JsonIgnore
    abstract Optional<Object> nativeRecord();

    /** The provider's own record of this call, such as {@code call.as(BirdCall.class)}. */
    public final <T> Optional<T> as(Class<T> type) {
        return nativeRecord(type);
    }

    /** The same as {@link #as}, for languages in which {@code as} is a keyword, such as Kotlin. */
    public final <T> Optional<T> nativeRecord(Class<T> type) {
        return nativeRecord().filter(type::isInstance).map(type::cast);
    }

    /** Provider, id, status, direction and masked numbers: no name, no address in full, nothing secret. */
    @Override
    public final String toString() {
        return "Call[" + provider() + " " + Masking.plain(id()) + " " + status() + " " + direction() + " from "
                + shown(from()) + " to " + shown(to()) + "]";
    }

    private static String shown(Optional<CallParty> party) {
        return party.map(CallParty::toString).orElse("-");
    }
}
