package dev.callist.plivodialer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.ProviderTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with the fields that the dialer returns; a field that is absent or could not be read is null. Get it with
 * {@code call.as(PlivoDialerCall.class)}. Its constructor is not API: components are added as the dialer adds fields.
 *
 * @param id the call's id
 * @param isInbound whether the contact called
 * @param isAnswered whether the call was answered
 * @param isInQueue whether the caller is waiting
 * @param contact the other end
 * @param agents ids of the agents who talked
 * @param allAgents the agents to whom the call was offered
 * @param answeredAgents the agents who answered
 * @param externalNumbers numbers outside that took part
 * @param number the tenant's own number
 * @param startedAt when the call began
 * @param duration in seconds on the wire, without waiting
 * @param talkTime how long they talked
 * @param requestedCallback whether the caller asked to be called back
 * @param isEnded whether the call is over
 * @param type a word such as {@code answered}; not the words of the {@code callType} filter
 * @param isAnsweredWithinSla whether it was answered in time
 * @param isDataCached whether the dialer read this from a cache
 * @param originalCallId the call from which this one was created
 * @param campaign the campaign it belongs to
 * @param ringGroup the group that it rang at
 * @param ivr the voice menu that it went through
 * @param disposition what the agent noted as its outcome
 * @param recordings its recordings
 * @param tags its tags
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PlivoDialerCall(
        @Nullable String id,
        @Nullable Boolean isInbound,
        @Nullable Boolean isAnswered,
        @Nullable Boolean isInQueue,
        @Nullable Contact contact,
        @Nullable List<String> agents,
        @Nullable List<Agent> allAgents,
        @Nullable List<Agent> answeredAgents,
        @Nullable List<ExternalNumber> externalNumbers,
        @Nullable OwnNumber number,
        @Nullable Instant startedAt,
        @Nullable Duration duration,
        @Nullable Duration talkTime,
        @Nullable Boolean requestedCallback,
        @Nullable Boolean isEnded,
        @Nullable String type,
        @Nullable Boolean isAnsweredWithinSla,
        @Nullable Boolean isDataCached,
        @Nullable String originalCallId,
        @Nullable Named campaign,
        @Nullable Named ringGroup,
        @Nullable Named ivr,
        @Nullable Disposition disposition,
        @Nullable List<DialerRecording> recordings,
        @Nullable List<String> tags) {

    /** The id only. */
    @Override
    public String toString() {
        return "PlivoDialerCall[" + ProviderTexts.shownId(id) + "]";
    }

    /** The other end: {@code number} is the country code and the national number together. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Contact(
            @Nullable String id,
            @Nullable String fullName,
            @Nullable String numberCountryCode,
            @Nullable String nationalNumber,
            @Nullable String number,
            @Nullable List<String> listIds) {
        /** The id only. */
        @Override
        public String toString() {
            return "Contact[" + ProviderTexts.shownId(id) + "]";
        }
    }

    /** An agent to whom the call was offered, and how that ended. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Agent(
            @Nullable String id,
            @Nullable String userId,
            @Nullable String alias,
            @Nullable String sip,
            @Nullable Instant startedAt,
            @Nullable String type,
            @Nullable Boolean isAnyTransfer,
            @Nullable String hangupReason) {
        /** The id only. */
        @Override
        public String toString() {
            return "Agent[" + ProviderTexts.shownId(id) + "]";
        }
    }

    /** A number outside that took part. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ExternalNumber(
            @Nullable String number, @Nullable Boolean isAnyTransfer) {
        /** Nothing: a number is personal data. */
        @Override
        public String toString() {
            return "ExternalNumber[****]";
        }
    }

    /** One of the tenant's own numbers. */
    public record OwnNumber(
            @Nullable String id,
            @Nullable String number,
            @Nullable String numberWithAlias,
            @Nullable String alias) {
        /** The id only. */
        @Override
        public String toString() {
            return "OwnNumber[" + ProviderTexts.shownId(id) + "]";
        }
    }

    /** A campaign, a ring group or a voice menu. */
    public record Named(@Nullable String id, @Nullable String name) {
        /** The id only: a name may be a person's. */
        @Override
        public String toString() {
            return "Named[" + ProviderTexts.shownId(id) + "]";
        }
    }

    /** What an agent noted as the outcome. */
    public record Disposition(
            @Nullable String id,
            @Nullable String code,
            @Nullable String note) {
        /** The id only: a code or a note may say anything. */
        @Override
        public String toString() {
            return "Disposition[" + ProviderTexts.shownId(id) + "]";
        }
    }

    /** A recording; the address may lack its scheme. */
    public record DialerRecording(
            @Nullable String id, @Nullable String url) {
        /** The id only: the URL alone may give access to the recording. */
        @Override
        public String toString() {
            return "DialerRecording[" + ProviderTexts.shownId(id) + "]";
        }
    }
}
