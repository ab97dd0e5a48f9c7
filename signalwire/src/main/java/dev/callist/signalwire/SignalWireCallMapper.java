package dev.callist.signalwire;

import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.provider.Durations;
import dev.callist.provider.RowMapper;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SignalWire's record as a neutral call. */
record SignalWireCallMapper() implements RowMapper<SignalWireCall> {
    @Override
    public Optional<CallBuilder> map(SignalWireCall wire) {
        String sid = wire.sid();
        return sid == null ? Optional.empty() : Optional.of(call(sid, wire));
    }

    private static CallBuilder call(String sid, SignalWireCall wire) {
        CallBuilder call = Call.builder();
        return call.provider(SignalWireCalls.PROVIDER)
                .id(sid)
                .account(Optional.ofNullable(wire.accountSid()))
                .parentId(Optional.ofNullable(wire.parentCallSid()))
                .direction(direction(wire.direction()))
                .providerDirection(Optional.ofNullable(wire.direction()))
                .status(status(wire.status()))
                .providerStatus(Optional.ofNullable(wire.status()))
                .from(party(wire.from(), wire.callerName()))
                .to(party(wire.to(), null))
                .createdAt(Optional.ofNullable(wire.dateCreated()))
                .startedAt(Optional.ofNullable(wire.startTime()))
                .endedAt(Optional.ofNullable(wire.endTime()))
                .updatedAt(Optional.ofNullable(wire.dateUpdated()))
                .duration(Durations.seconds(wire.duration(), "duration", call))
                .answeredBy(answeredBy(wire.answeredBy()))
                .price(price(wire.price(), wire.priceUnit(), call))
                .hangup(Optional.ofNullable(wire.sipResultCode())
                        .map(code -> Hangup.builder().sipCode(code).build()));
    }

    /** By the start of the word: the documentation says {@code outbound}, the wire {@code outbound-api} and others. */
    private static CallDirection direction(@Nullable String word) {
        if (word != null && word.startsWith("inbound")) {
            return CallDirection.INBOUND;
        }
        return word != null && word.startsWith("outbound") ? CallDirection.OUTBOUND : CallDirection.UNKNOWN;
    }

    private static CallStatus status(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "queued", "initiated" -> CallStatus.QUEUED;
            case "ringing" -> CallStatus.RINGING;
            case "in-progress" -> CallStatus.IN_PROGRESS;
            case "completed" -> CallStatus.COMPLETED;
            case "busy" -> CallStatus.BUSY;
            case "no-answer" -> CallStatus.NO_ANSWER;
            case "failed" -> CallStatus.FAILED;
            case "canceled" -> CallStatus.CANCELED;
            default -> CallStatus.UNKNOWN;
        };
    }

    private static Optional<AnsweredBy> answeredBy(@Nullable String word) {
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

    private static Optional<CallParty> party(@Nullable String address, @Nullable String name) {
        return Optional.ofNullable(address).map(given -> CallParty.builder()
                .kind(CallParty.kindOf(given))
                .address(given)
                .name(Optional.ofNullable(name))
                .build());
    }

    /** An amount without a currency is no price, and noted as a problem. */
    private static Optional<Money> price(@Nullable BigDecimal amount, @Nullable String unit, CallBuilder call) {
        if (amount == null) {
            return Optional.empty();
        }
        String currency = unit == null ? "" : unit.strip().toUpperCase(Locale.ROOT);
        if (!isCode(currency)) {
            call.addProblems("price_unit");
            return Optional.empty();
        }
        return Optional.of(new Money(amount, currency));
    }

    /** Whether a text has the form of an ISO 4217 code; without a stream, because each call has one. */
    private static boolean isCode(String text) {
        return text.length() == 3
                && isCapital(text.charAt(0))
                && isCapital(text.charAt(1))
                && isCapital(text.charAt(2));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
