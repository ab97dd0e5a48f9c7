package dev.callist.bird;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallParty;
import dev.callist.Hangup;
import dev.callist.provider.CallWords;
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
        return Call.builder()
                .provider(BirdCalls.PROVIDER)
                .id(id)
                .account(workspaceId)
                .channel(Optional.ofNullable(bird.channelId()))
                .parentId(Optional.ofNullable(bird.parentId()))
                .direction(CallWords.direction(bird.direction()))
                .providerDirection(Optional.ofNullable(bird.direction()))
                .status(CallWords.status(bird.status()))
                .providerStatus(Optional.ofNullable(bird.status()))
                .from(party(bird.from(), bird.originator()))
                .to(party(bird.to(), bird.receiver()))
                .createdAt(Optional.ofNullable(bird.createdAt()))
                .ringingAt(Optional.ofNullable(bird.ringingAt()))
                .answeredAt(Optional.ofNullable(bird.answeredAt()))
                .endedAt(Optional.ofNullable(bird.endedAt()))
                .updatedAt(Optional.ofNullable(bird.updatedAt()))
                .duration(Optional.ofNullable(bird.duration()))
                .answeredBy(Optional.ofNullable(bird.amdResult())
                        .map(BirdCall.AmdResult::result)
                        .flatMap(CallWords::answeredBy))
                .hangup(hangup(bird))
                .tags(bird.tags() == null ? List.of() : bird.tags());
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
