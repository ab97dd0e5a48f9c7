package dev.callist.benchmarks.candidates;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.signalwire.SignalWireCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads every field of a call. The result depends on all of them, so that the JIT compiler cannot skip one. */
public final class FieldCounter {
    private FieldCounter() {}

    /** Reads a neutral call. */
    public static int count(Call call) {
        return call.provider().length()
                + call.id().length()
                + call.direction().hashCode()
                + call.status().hashCode()
                + call.recordings().size()
                + call.tags().size()
                + call.problems().size()
                + party(call.from())
                + party(call.to())
                + present(
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
        return party.map(known -> known.kind().hashCode()
                        + known.address().length()
                        + present(known.name(), known.contactId(), known.countryCode(), known.e164()))
                .orElse(0);
    }

    static int count(com.twilio.rest.api.v2010.account.Call call) {
        return nonNull(
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

    static int count(SignalWireCall call) {
        return nonNull(
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

    private static int present(Optional<?>... fields) {
        int count = 0;
        for (Optional<?> field : fields) {
            count += field.isPresent() ? 1 : 0;
        }
        return count;
    }

    private static int nonNull(@Nullable Object... fields) {
        int count = 0;
        for (Object field : fields) {
            count += field != null ? 1 : 0;
        }
        return count;
    }
}
