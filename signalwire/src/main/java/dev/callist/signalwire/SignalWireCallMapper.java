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

/** Maps SignalWire's record to a neutral call. */
record SignalWireCallMapper() implements RowMapper<SignalWireCall> {
    @Override
    public Optional<CallBuilder> map(SignalWireCall record) {
        String sid = record.sid();
        return sid == null ? Optional.empty() : Optional.of(call(sid, record));
    }

    private static CallBuilder call(String sid, SignalWireCall record) {
        CallBuilder call = Call.builder();
        return call.provider(SignalWireCalls.PROVIDER)
                .id(sid)
                .account(Optional.ofNullable(record.accountSid()))
                .parentId(Optional.ofNullable(record.parentCallSid()))
                .direction(direction(record.direction()))
                .providerDirection(Optional.ofNullable(record.direction()))
                .status(status(record.status()))
                .providerStatus(Optional.ofNullable(record.status()))
                .from(party(record.from(), record.callerName()))
                .to(party(record.to(), null))
                .createdAt(Optional.ofNullable(record.dateCreated()))
                .startedAt(Optional.ofNullable(record.startTime()))
                .endedAt(Optional.ofNullable(record.endTime()))
                .updatedAt(Optional.ofNullable(record.dateUpdated()))
                .duration(Durations.seconds(record.duration(), "duration", call))
                .answeredBy(answeredBy(record.answeredBy()))
                .price(price(record.price(), record.priceUnit(), call))
                .hangup(Optional.ofNullable(record.sipResultCode())
                        .map(code -> Hangup.builder().sipCode(code).build()));
    }

    /**
     * Judged by the start of the word: the documentation says {@code outbound}, responses {@code outbound-api} and
     * others.
     */
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
        return Optional.ofNullable(address).map(text -> CallParty.builder()
                .kind(CallParty.kindOf(text))
                .address(text)
                .name(Optional.ofNullable(name))
                .build());
    }

    /** An amount without a currency is not a price, and is recorded as a problem. */
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
