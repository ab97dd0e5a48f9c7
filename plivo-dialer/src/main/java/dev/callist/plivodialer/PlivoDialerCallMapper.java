package dev.callist.plivodialer;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Recording;
import dev.callist.provider.ProviderTexts;
import dev.callist.provider.RowMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps the dialer's record to a neutral call. */
record PlivoDialerCallMapper() implements RowMapper<PlivoDialerCall> {
    @Override
    public Optional<CallBuilder> map(PlivoDialerCall record) {
        String id = record.id();
        return id == null ? Optional.empty() : Optional.of(call(id, record));
    }

    private static CallBuilder call(String id, PlivoDialerCall record) {
        CallBuilder call = Call.builder();
        Boolean inbound = record.isInbound();
        if (inbound != null) {
            Optional<CallParty> contact = contact(record.contact());
            Optional<CallParty> own = own(record.number());
            call.direction(inbound ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                    .providerDirection(inbound ? "inbound" : "outbound")
                    .from(inbound ? contact : own)
                    .to(inbound ? own : contact);
        } else {
            call.direction(CallDirection.UNKNOWN);
        }
        return call.provider(PlivoDialerCalls.PROVIDER)
                .id(id)
                .parentId(parent(record.originalCallId()))
                .status(status(record))
                .providerStatus(Optional.ofNullable(record.type()))
                .createdAt(Optional.ofNullable(record.startedAt()))
                .startedAt(Optional.ofNullable(record.startedAt()))
                .duration(Optional.ofNullable(record.duration()))
                .talkTime(Optional.ofNullable(record.talkTime()))
                .recordings(recordings(record.recordings()))
                .tags(record.tags() == null ? List.of() : record.tags());
    }

    /** The dialer writes 0 for a missing id. */
    private static Optional<String> parent(@Nullable String originalCallId) {
        return Optional.ofNullable(originalCallId).filter(id -> !id.equals("0"));
    }

    /** The state that the flags tell, as far as those that decide are known. */
    private static CallStatus status(PlivoDialerCall record) {
        Boolean queued = record.isInQueue();
        if (Boolean.TRUE.equals(queued)) {
            return CallStatus.QUEUED;
        }
        Boolean ended = record.isEnded();
        if (ended == null) {
            return CallStatus.UNKNOWN;
        }
        if (ended) {
            return ended(record.isAnswered());
        }
        return queued == null ? CallStatus.UNKNOWN : CallStatus.IN_PROGRESS;
    }

    private static CallStatus ended(@Nullable Boolean answered) {
        if (answered == null) {
            return CallStatus.UNKNOWN;
        }
        return answered ? CallStatus.COMPLETED : CallStatus.NO_ANSWER;
    }

    private static Optional<CallParty> contact(PlivoDialerCall.@Nullable Contact contact) {
        String number = contact == null ? null : contact.number();
        if (contact == null || number == null) {
            return Optional.empty();
        }
        return Optional.of(CallParty.builder()
                .kind(CallParty.kindOf(number))
                .address(number)
                .name(Optional.ofNullable(contact.fullName()))
                .contactId(Optional.ofNullable(contact.id()))
                .international(hasCountryCode(number, contact))
                .build());
    }

    /** Whether the number is the contact's country code followed by the national number. */
    private static boolean hasCountryCode(String number, PlivoDialerCall.Contact contact) {
        String code = Objects.requireNonNullElse(contact.numberCountryCode(), "");
        String national = Objects.requireNonNullElse(contact.nationalNumber(), "");
        return !code.isEmpty()
                && !national.isEmpty()
                && ProviderTexts.digits(number).equals(ProviderTexts.digits(code) + ProviderTexts.digits(national));
    }

    private static Optional<CallParty> own(PlivoDialerCall.@Nullable OwnNumber own) {
        return Optional.ofNullable(own).map(PlivoDialerCall.OwnNumber::number).map(CallParty::of);
    }

    private static List<Recording> recordings(@Nullable List<PlivoDialerCall.DialerRecording> recordings) {
        return recordings == null
                ? List.of()
                : recordings.stream()
                        .map(recording -> Recording.builder()
                                .id(Optional.ofNullable(recording.id()))
                                .url(Optional.ofNullable(recording.url()))
                                .build())
                        .toList();
    }
}
