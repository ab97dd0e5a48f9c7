package dev.callist.signalwire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.ProviderTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call with the fields that SignalWire returns ({@code date_created} is {@link #dateCreated()}); a field that is
 * absent or could not be read is null. Get it with {@code call.as(SignalWireCall.class)}. Its constructor is not API:
 * components are added as SignalWire adds fields.
 *
 * @param sid the call's id; mostly a UUID
 * @param dateCreated when the record was made, in whole seconds
 * @param dateUpdated when it last changed; prices and sound figures may arrive minutes after the end
 * @param parentCallSid the call that this one is a leg of
 * @param accountSid the project that made the call
 * @param to the callee: an E.164 number, a SIP address, or what the network supplied
 * @param formattedTo the callee, formatted for people; the format varies
 * @param toFormatted the callee, formatted for people, under another name
 * @param from the caller: an E.164 number, a SIP address, or the caller id as it was received
 * @param formattedFrom the caller, formatted for people; the format varies
 * @param fromFormatted the caller, formatted for people, under another name
 * @param phoneNumberSid the project's number that was used
 * @param status a word such as {@code completed} or {@code no-answer}
 * @param startTime when the call began; null for calls that never began
 * @param endTime when it ended; null while it is live
 * @param duration in seconds on the wire, rounded up; 0 while queued
 * @param price the charge, positive or negative; null until the call is rated
 * @param priceUnit the price's currency
 * @param direction {@code inbound}, or a word that starts with {@code outbound}, such as {@code outbound-api}
 * @param answeredBy {@code human} or {@code machine}
 * @param apiVersion {@code 2010-04-01}
 * @param forwardedFrom documented as always null
 * @param callerName documented as always null
 * @param uri the call's own path
 * @param subresourceUris the paths of the call's subresources
 * @param annotation documented as always null
 * @param groupSid documented as always null
 * @param audioInMos mean opinion score of the inbound audio; text on the wire
 * @param audioRttAvg round trip time, mean
 * @param audioRttMin round trip time, least
 * @param audioRttMax round trip time, most
 * @param audioOutJitterMin jitter of the sound sent, least
 * @param audioOutJitterMax jitter of the sound sent, most
 * @param audioOutJitterAvg jitter of the sound sent, mean
 * @param audioOutLost loss of the sound sent
 * @param sipResultCode the final SIP code
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SignalWireCall(
        @Nullable String sid,
        @Nullable Instant dateCreated,
        @Nullable Instant dateUpdated,
        @Nullable String parentCallSid,
        @Nullable String accountSid,
        @Nullable String to,
        @Nullable String formattedTo,
        @Nullable String toFormatted,
        @Nullable String from,
        @Nullable String formattedFrom,
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
        @Nullable String callerName,
        @Nullable String uri,
        @Nullable SubresourceUris subresourceUris,
        @Nullable String annotation,
        @Nullable String groupSid,
        @Nullable BigDecimal audioInMos,
        @Nullable BigDecimal audioRttAvg,
        @Nullable BigDecimal audioRttMin,
        @Nullable BigDecimal audioRttMax,
        @Nullable BigDecimal audioOutJitterMin,
        @Nullable BigDecimal audioOutJitterMax,
        @Nullable BigDecimal audioOutJitterAvg,
        @Nullable BigDecimal audioOutLost,
        @Nullable String sipResultCode) {

    /** The sid only. */
    @Override
    public String toString() {
        return "SignalWireCall[" + ProviderTexts.shownId(sid) + "]";
    }

    /** The paths of a call's subresources. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record SubresourceUris(
            @Nullable String notifications, @Nullable String recordings) {
        /** Nothing: the paths name the project. */
        @Override
        public String toString() {
            return "SubresourceUris[****]";
        }
    }
}
