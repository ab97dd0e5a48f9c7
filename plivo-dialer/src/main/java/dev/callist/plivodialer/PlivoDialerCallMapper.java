package dev.callist.plivodialer;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Recording;
import dev.callist.provider.Durations;
import dev.callist.provider.ProviderTexts;
import dev.callist.provider.RowMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dialer's record as a neutral call. */
record PlivoDialerCallMapper() implements RowMapper<PlivoDialerCall> {
    @Override
    public Optional<CallBuilder> map(PlivoDialerCall dialed) {
        Long id = dialed.id();
        return id == null ? Optional.empty() : Optional.of(call(id, dialed));
    }

    private static CallBuilder call(long id, PlivoDialerCall dialed) {
        CallBuilder call = Call.builder();
        Boolean inbound = dialed.isInbound();
        if (inbound != null) {
            Optional<CallParty> contact = contact(dialed.contact());
            Optional<CallParty> own = own(dialed.number());
            call.direction(inbound ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                    .providerDirection(inbound ? "inbound" : "outbound")
                    .from(inbound ? contact : own)
                    .to(inbound ? own : contact);
        } else {
            call.direction(CallDirection.UNKNOWN);
        }
        return call.provider(PlivoDialerCalls.PROVIDER)
                .id(Long.toString(id))
                .parentId(parent(dialed.originalCallId()))
                .status(status(dialed))
                .providerStatus(Optional.ofNullable(dialed.type()))
                .createdAt(Optional.ofNullable(dialed.startedAt()))
                .startedAt(Optional.ofNullable(dialed.startedAt()))
                .duration(Durations.seconds(dialed.duration(), "duration", call))
                .talkTime(Durations.seconds(dialed.talkTime(), "talk_time", call))
                .recordings(recordings(dialed.recordings()))
                .tags(dialed.tags() == null ? List.of() : dialed.tags());
    }

    /** 0 stands for none. */
    private static Optional<String> parent(@Nullable Long originalCallId) {
        return Optional.ofNullable(originalCallId).filter(id -> id != 0).map(String::valueOf);
    }

    private static CallStatus status(PlivoDialerCall dialed) {
        if (Boolean.TRUE.equals(dialed.isInQueue())) {
            return CallStatus.QUEUED;
        }
        Boolean ended = dialed.isEnded();
        Boolean answered = dialed.isAnswered();
        if (ended == null || (ended && answered == null)) {
            return CallStatus.UNKNOWN;
        }
        if (!ended) {
            return CallStatus.IN_PROGRESS;
        }
        return Boolean.TRUE.equals(answered) ? CallStatus.COMPLETED : CallStatus.NO_ANSWER;
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
                .contactId(Optional.ofNullable(contact.id()).map(String::valueOf))
                .international(hasCountryCode(number, contact))
                .build());
    }

    /** Whether the number is what the contact's country code and national number make together. */
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
                        .map(one -> Recording.builder()
                                .id(Optional.ofNullable(one.id()).map(String::valueOf))
                                .url(Optional.ofNullable(one.url()))
                                .build())
                        .toList();
    }
}
