package dev.callist.bird;

import dev.callist.provider.ProviderTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with the fields that Bird returns; a field that is absent or could not be read is null. Get it with {@code
 * call.as(BirdCall.class)}. Its constructor is not API: components are added as Bird adds fields.
 *
 * @param id the call's id
 * @param channelId the channel that carried it
 * @param originator who called, in detail
 * @param receiver who was called, in detail
 * @param from the caller's address: with or without {@code +}, or {@code client:…}
 * @param to the callee's address
 * @param parentId the call that this one is a leg of
 * @param direction {@code incoming} or {@code outgoing}, seen from Bird
 * @param status a word such as {@code completed} or {@code no-answer}
 * @param reason free text about the status
 * @param type {@code pstn}, {@code sip} or {@code webrtc}
 * @param duration in seconds on the wire; 0 for unanswered calls
 * @param hangupCauseCode a Q.850 cause
 * @param hangupSource {@code callee}, {@code caller}, {@code api}, {@code timeout}, {@code media-timeout} or {@code
 *     none}
 * @param hangupSipCode the final SIP code; most calls have it in {@code sipInsights} instead
 * @param createdAt when the record was made
 * @param updatedAt when it last changed
 * @param ringingAt when ringing began
 * @param answeredAt when the call was answered; also set on some unanswered calls
 * @param endedAt when the call ended
 * @param scheduledFor when a scheduled call is due
 * @param callFlow the commands that drove the call
 * @param notification where Bird reports the call's events
 * @param qualityInsights how good the sound was
 * @param sipInsights how it was signalled
 * @param amdResult the result of answering-machine detection
 * @param sipType {@code elastic}, {@code byoc} or {@code forward}
 * @param tags the call's tags
 */
public record BirdCall(
        @Nullable String id,
        @Nullable String channelId,
        @Nullable Party originator,
        @Nullable Party receiver,
        @Nullable String from,
        @Nullable String to,
        @Nullable String parentId,
        @Nullable String direction,
        @Nullable String status,
        @Nullable String reason,
        @Nullable String type,
        @Nullable Duration duration,
        @Nullable Long hangupCauseCode,
        @Nullable String hangupSource,
        @Nullable String hangupSipCode,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Instant scheduledFor,
        @Nullable CallFlow callFlow,
        @Nullable Notification notification,
        @Nullable QualityInsights qualityInsights,
        @Nullable SipInsights sipInsights,
        @Nullable AmdResult amdResult,
        @Nullable String sipType,
        @Nullable List<String> tags) {

    /** The id only. */
    @Override
    public String toString() {
        return "BirdCall[" + ProviderTexts.shownId(id) + "]";
    }

    /** One end of a call. */
    public record Party(@Nullable Contact contact, @Nullable PhoneNumber number) {
        /** Nothing: a party is personal data. */
        @Override
        public String toString() {
            return "Party[****]";
        }
    }

    /** The contact of a party; {@code identifierKey} is a word such as {@code phonenumber}. */
    public record Contact(
            @Nullable String id,
            @Nullable String identifierKey,
            @Nullable String identifierValue) {
        /** Nothing: a contact is personal data. */
        @Override
        public String toString() {
            return "Contact[****]";
        }
    }

    /** The number of a party; {@code identity} may hold the real number of an app client. */
    public record PhoneNumber(
            @Nullable String type,
            @Nullable String number,
            @Nullable Boolean anonymous,
            @Nullable String callerIdName,
            @Nullable String identity,
            @Nullable String countryIsoCode,
            @Nullable String pstnNumberType) {
        /** Nothing: a number is personal data. */
        @Override
        public String toString() {
            return "PhoneNumber[****]";
        }
    }

    /** The commands that drove a call, in order. */
    public record CallFlow(@Nullable String id, @Nullable List<Command> commands) {
        /** Nothing: commands may hold what was said and keyed in. */
        @Override
        public String toString() {
            return "CallFlow[****]";
        }
    }

    /** One command, such as {@code say} or {@code hangup}. */
    public record Command(
            @Nullable String id,
            @Nullable String callId,
            @Nullable String callFlowId,
            @Nullable String status,
            @Nullable String command,
            @Nullable List<Condition> conditions) {
        /** Nothing: a command may hold what was said and keyed in. */
        @Override
        public String toString() {
            return "Command[****]";
        }
    }

    /** What must hold for a command to run. */
    public record Condition(
            @Nullable String variable,
            @Nullable String operator,
            @Nullable String value) {
        /** Nothing: the value may be what a caller keyed in. */
        @Override
        public String toString() {
            return "Condition[****]";
        }
    }

    /** Where Bird reports the call's events. */
    public record Notification(@Nullable String url) {
        /** Nothing: an address may carry a secret. */
        @Override
        public String toString() {
            return "Notification[****]";
        }
    }

    /** Mean opinion score and post-dial delay in seconds, both numbers as text. */
    public record QualityInsights(
            @Nullable String mos, @Nullable String pdd) {
        /** Nothing: both are free text. */
        @Override
        public String toString() {
            return "QualityInsights[****]";
        }
    }

    /** How a call was signalled. */
    public record SipInsights(
            @Nullable String hangupSipCode,
            @Nullable String edgeRegion,
            @Nullable String providerName,
            @Nullable String userAgent,
            @Nullable String remoteSignallingIp,
            @Nullable String remoteMediaIp) {
        /** Nothing: addresses of machines may be personal data. */
        @Override
        public String toString() {
            return "SipInsights[****]";
        }
    }

    /** The result of answering-machine detection; {@code result} is {@code human} or another word. */
    public record AmdResult(
            @Nullable String result,
            @Nullable String speech,
            @Nullable String locale) {
        /** Nothing: speech is what a person said. */
        @Override
        public String toString() {
            return "AmdResult[****]";
        }
    }
}
