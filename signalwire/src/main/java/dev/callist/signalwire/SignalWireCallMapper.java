package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallParty;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.provider.CallWords;
import dev.callist.provider.RowMapper;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps SignalWire's record to a neutral call.
 *
 * @param projectId the account of a call that names none
 */
record SignalWireCallMapper(String projectId) implements RowMapper<SignalWireCall> {
    @Override
    public Optional<CallBuilder> map(SignalWireCall record) {
        String sid = record.sid();
        return sid == null ? Optional.empty() : Optional.of(call(sid, record));
    }

    private CallBuilder call(String sid, SignalWireCall record) {
        CallBuilder call = Call.builder();
        return call.provider(SignalWireCalls.PROVIDER)
                .id(sid)
                .account(Objects.requireNonNullElse(record.accountSid(), projectId))
                .parentId(Optional.ofNullable(record.parentCallSid()))
                .direction(CallWords.direction(record.direction()))
                .providerDirection(Optional.ofNullable(record.direction()))
                .status(CallWords.status(record.status()))
                .providerStatus(Optional.ofNullable(record.status()))
                .from(party(record.from(), record.callerName()))
                .to(party(record.to(), null))
                .createdAt(Optional.ofNullable(record.dateCreated()))
                .startedAt(Optional.ofNullable(record.startTime()))
                .endedAt(Optional.ofNullable(record.endTime()))
                .updatedAt(Optional.ofNullable(record.dateUpdated()))
                .duration(Optional.ofNullable(record.duration()))
                .answeredBy(CallWords.answeredBy(record.answeredBy()))
                .price(price(record, call))
                .hangup(Optional.ofNullable(record.sipResultCode())
                        .map(code -> Hangup.builder().sipCode(code).build()));
    }

    private static Optional<CallParty> party(@Nullable String address, @Nullable String name) {
        return Optional.ofNullable(address).map(text -> CallParty.builder()
                .kind(CallParty.kindOf(text))
                .address(text)
                .name(Optional.ofNullable(name))
                .build());
    }

    /** An amount without a currency is not a price, and is recorded as a problem. */
    private static Optional<Money> price(SignalWireCall record, CallBuilder call) {
        BigDecimal amount = record.price();
        if (amount == null) {
            return Optional.empty();
        }
        Optional<String> currency = CallWords.currency(record.priceUnit());
        if (currency.isEmpty()) {
            call.addProblems("price_unit");
        }
        return currency.map(code -> new Money(amount, code));
    }
}
