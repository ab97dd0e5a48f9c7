package dev.callist.benchmarks;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.signalwire.SignalWireCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads every field of a call; what comes back is how many were there. */
final class FieldsOf {
    private FieldsOf() {}

    static int call(Call call) {
        return call.provider().length()
                + call.id().length()
                + call.direction().hashCode()
                + call.status().hashCode()
                + call.recordings().size()
                + call.tags().size()
                + call.problems().size()
                + party(call.from())
                + party(call.to())
                + there(
                        call.account(),
                        call.channel(),
                        call.parentId(),
                        call.providerDirection(),
                        call.providerStatus(),
                        call.createdAt(),
                        call.startedAt(),
                        call.ringingAt(),
                        call.answeredAt(),
                        call.endedAt(),
                        call.updatedAt(),
                        call.duration(),
                        call.talkTime(),
                        call.answeredBy(),
                        call.price(),
                        call.hangup(),
                        call.rawJson());
    }

    private static int party(Optional<CallParty> party) {
        return party.map(one -> one.kind().hashCode()
                        + one.address().length()
                        + there(one.name(), one.contactId(), one.countryCode(), one.e164()))
                .orElse(0);
    }

    static int twilio(com.twilio.rest.api.v2010.account.Call call) {
        return given(
                call.getSid(),
                call.getAccountSid(),
                call.getParentCallSid(),
                call.getDirection(),
                call.getStatus(),
                call.getFrom(),
                call.getTo(),
                call.getFromFormatted(),
                call.getToFormatted(),
                call.getPhoneNumberSid(),
                call.getDateCreated(),
                call.getDateUpdated(),
                call.getStartTime(),
                call.getEndTime(),
                call.getDuration(),
                call.getAnsweredBy(),
                call.getPrice(),
                call.getPriceUnit(),
                call.getForwardedFrom(),
                call.getCallerName(),
                call.getApiVersion(),
                call.getGroupSid(),
                call.getTrunkSid(),
                call.getQueueTime(),
                call.getSubresourceUris(),
                call.getUri());
    }

    static int record(SignalWireCall call) {
        return given(
                call.sid(),
                call.accountSid(),
                call.parentCallSid(),
                call.direction(),
                call.status(),
                call.from(),
                call.to(),
                call.fromFormatted(),
                call.toFormatted(),
                call.phoneNumberSid(),
                call.dateCreated(),
                call.dateUpdated(),
                call.startTime(),
                call.endTime(),
                call.duration(),
                call.answeredBy(),
                call.price(),
                call.priceUnit(),
                call.forwardedFrom(),
                call.callerName(),
                call.apiVersion(),
                call.groupSid(),
                call.subresourceUris(),
                call.uri());
    }

    private static int there(Optional<?>... fields) {
        int there = 0;
        for (Optional<?> field : fields) {
            there += field.isPresent() ? 1 : 0;
        }
        return there;
    }

    private static int given(@Nullable Object... fields) {
        int there = 0;
        for (Object field : fields) {
            there += field != null ? 1 : 0;
        }
        return there;
    }
}
