package dev.callist.twilio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.ProviderTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call with the fields that Twilio returns ({@code date_created} is {@link #dateCreated()}); a field that is absent
 * or could not be read is null. Get it with {@code call.as(TwilioCall.class)}. Its constructor is not API: components
 * are added as Twilio adds fields.
 *
 * @param sid the call's id, {@code CA} and 32 hexadecimal digits
 * @param parentCallSid the call that this one is a leg of
 * @param accountSid the account that made or received the call
 * @param to the callee: an E.164 number, a SIP address, {@code client:} and a name, or {@code sim:} and a sid
 * @param toFormatted the callee, formatted for people
 * @param from the caller, as {@code to}
 * @param fromFormatted the caller, formatted for people
 * @param phoneNumberSid the account's number that received the call, or the caller id that was used
 * @param status a word such as {@code completed} or {@code no-answer}
 * @param startTime when the call began; null until it is dialed
 * @param endTime when it ended; null while it is live
 * @param duration in seconds, as text on the wire; null, or 0, for busy, failed, unanswered and live calls
 * @param price the charge, usually negative; text on the wire, null until the call is rated
 * @param priceUnit the price's currency
 * @param direction {@code inbound}, {@code outbound-api}, {@code outbound-dial}, {@code trunking-originating} (from the
 *     public network) or {@code trunking-terminating} (to it)
 * @param answeredBy {@code human}, {@code fax}, {@code unknown}, or a word that starts with {@code machine}; only with
 *     answering machine detection
 * @param apiVersion {@code 2010-04-01}
 * @param forwardedFrom the number that forwarded the call, if its carrier says so
 * @param groupSid the group of the call, if it has one
 * @param callerName the caller's name of an incoming call with caller id lookup
 * @param queueTime milliseconds before the call was placed; text on the wire
 * @param trunkSid the SIP trunk of the call, if it used one
 * @param uri the call's own path
 * @param subresourceUris the paths of the call's subresources
 * @param dateCreated when the record was made, in whole seconds
 * @param dateUpdated when it last changed; prices may arrive minutes after the end
 * @param annotation what Twilio notes about the call
 */
@JsonNaming(SnakeCaseStrategy.class)
public record TwilioCall(
        @Nullable String sid,
        @Nullable String parentCallSid,
        @Nullable String accountSid,
        @Nullable String to,
        @Nullable String toFormatted,
        @Nullable String from,
        @Nullable String fromFormatted,
        @Nullable String phoneNumberSid,
        @Nullable String status,
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable Duration duration,
        @Nullable BigDecimal price,
        @Nullable String priceUnit,
        @Nullable String direction,
        @Nullable String answeredBy,
        @Nullable String apiVersion,
        @Nullable String forwardedFrom,
        @Nullable String groupSid,
        @Nullable String callerName,
        @Nullable Long queueTime,
        @Nullable String trunkSid,
        @Nullable String uri,
        @Nullable SubresourceUris subresourceUris,
        @Nullable Instant dateCreated,
        @Nullable Instant dateUpdated,
        @Nullable String annotation) {

    /** The sid only. */
    @Override
    public String toString() {
        return "TwilioCall[" + ProviderTexts.shownId(sid) + "]";
    }

    /** The paths of a call's subresources. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record SubresourceUris(
            @Nullable String events,
            @Nullable String notifications,
            @Nullable String payments,
            @Nullable String recordings,
            @Nullable String siprec,
            @Nullable String streams,
            @Nullable String transcriptions,
            @Nullable String userDefinedMessageSubscriptions,
            @Nullable String userDefinedMessages) {
        /** Nothing: the paths name the account. */
        @Override
        public String toString() {
            return "SubresourceUris[****]";
        }
    }
}
