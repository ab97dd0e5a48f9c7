package dev.callist.bird;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.provider.Durations;
import dev.callist.provider.RecentParties;
import dev.callist.provider.RowMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps Bird's record to a neutral call. */
record BirdCallMapper(String workspaceId, RecentParties parties) implements RowMapper<BirdCall> {
    BirdCallMapper(String workspaceId) {
        this(workspaceId, new RecentParties());
    }

    @Override
    public Optional<CallBuilder> map(BirdCall bird) {
        String id = bird.id();
        return id == null ? Optional.empty() : Optional.of(call(id, bird));
    }

    private CallBuilder call(String id, BirdCall bird) {
        CallBuilder call = Call.builder();
        return call.provider(BirdCalls.PROVIDER)
                .id(id)
                .account(workspaceId)
                .channel(Optional.ofNullable(bird.channelId()))
                .parentId(Optional.ofNullable(bird.parentId()))
                .direction(direction(bird.direction()))
                .providerDirection(Optional.ofNullable(bird.direction()))
                .status(status(bird.status()))
                .providerStatus(Optional.ofNullable(bird.status()))
                .from(party(bird.from(), bird.originator()))
                .to(party(bird.to(), bird.receiver()))
                .createdAt(Optional.ofNullable(bird.createdAt()))
                .ringingAt(Optional.ofNullable(bird.ringingAt()))
                .answeredAt(Optional.ofNullable(bird.answeredAt()))
                .endedAt(Optional.ofNullable(bird.endedAt()))
                .updatedAt(Optional.ofNullable(bird.updatedAt()))
                .duration(Durations.seconds(bird.duration(), "duration", call))
                .answeredBy(answeredBy(bird.amdResult()))
                .hangup(hangup(bird))
                .tags(bird.tags() == null ? List.of() : bird.tags());
    }

    private static CallDirection direction(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "incoming" -> CallDirection.INBOUND;
            case "outgoing" -> CallDirection.OUTBOUND;
            default -> CallDirection.UNKNOWN;
        };
    }

    private static CallStatus status(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "scheduled" -> CallStatus.SCHEDULED;
            case "accepted", "starting" -> CallStatus.QUEUED;
            case "ringing" -> CallStatus.RINGING;
            case "ongoing" -> CallStatus.IN_PROGRESS;
            case "completed" -> CallStatus.COMPLETED;
            case "busy" -> CallStatus.BUSY;
            case "no-answer" -> CallStatus.NO_ANSWER;
            case "failed" -> CallStatus.FAILED;
            case "cancelled" -> CallStatus.CANCELED;
            default -> CallStatus.UNKNOWN;
        };
    }

    private static Optional<AnsweredBy> answeredBy(BirdCall.@Nullable AmdResult amd) {
        String word = amd == null ? null : amd.result();
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (word) {
                    case "human" -> AnsweredBy.HUMAN;
                    case "machine" -> AnsweredBy.MACHINE;
                    default -> AnsweredBy.UNKNOWN;
                });
    }

    private Optional<CallParty> party(@Nullable String address, BirdCall.@Nullable Party party) {
        BirdCall.PhoneNumber number = party == null ? null : party.number();
        BirdCall.Contact contact = party == null ? null : party.contact();
        boolean withheld = number != null && Boolean.TRUE.equals(number.anonymous());
        String shown = address == null && number != null ? number.number() : address;
        if (shown == null && !withheld) {
            return Optional.empty();
        }
        String text = Objects.requireNonNullElse(shown, "");
        return Optional.of(parties.reuse(CallParty.builder()
                .kind(withheld ? CallParty.Kind.ANONYMOUS : CallParty.kindOf(text))
                .address(text)
                .name(Optional.ofNullable(number).flatMap(BirdCallMapper::name))
                .contactId(Optional.ofNullable(contact).map(BirdCall.Contact::id))
                .countryCode(Optional.ofNullable(number).map(BirdCall.PhoneNumber::countryIsoCode))
                .build()));
    }

    /** The caller's name; absent if it is the id that app clients have in its place. */
    private static Optional<String> name(BirdCall.PhoneNumber number) {
        return Optional.ofNullable(number.callerIdName()).filter(name -> !name.equals(number.number()));
    }

    private static Optional<Hangup> hangup(BirdCall bird) {
        Optional<String> sipCode = Optional.ofNullable(bird.hangupSipCode())
                .or(() -> Optional.ofNullable(bird.sipInsights()).map(BirdCall.SipInsights::hangupSipCode));
        Optional<String> cause = Optional.ofNullable(bird.hangupCauseCode()).map(String::valueOf);
        Optional<String> source = Optional.ofNullable(bird.hangupSource());
        if (sipCode.isEmpty() && cause.isEmpty() && source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Hangup.builder().cause(cause).source(source).sipCode(sipCode).build());
    }
}
