package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallParty;
import dev.callist.Money;
import dev.callist.provider.CallWords;
import dev.callist.provider.RowMapper;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps an entry of the voice log to a neutral call.
 *
 * @param projectId the account of all calls, because the log does not name it
 */
record SignalWireLogMapper(String projectId) implements RowMapper<SignalWireLogEntry> {
    private static final String CURRENCY = "USD";

    @Override
    public Optional<CallBuilder> map(SignalWireLogEntry entry) {
        String id = entry.id();
        return id == null ? Optional.empty() : Optional.of(call(id, entry));
    }

    private CallBuilder call(String id, SignalWireLogEntry entry) {
        return Call.builder()
                .provider(SignalWireLogs.PROVIDER)
                .id(id)
                .account(projectId)
                .parentId(Optional.ofNullable(entry.parentId()))
                .direction(CallWords.direction(entry.direction()))
                .providerDirection(Optional.ofNullable(entry.direction()))
                .status(CallWords.status(entry.status()))
                .providerStatus(Optional.ofNullable(entry.status()))
                .from(party(entry.from()))
                .to(party(entry.to()))
                .createdAt(Optional.ofNullable(entry.createdAt()))
                .updatedAt(Optional.ofNullable(entry.discardedAt()))
                .duration(duration(entry))
                .price(Optional.ofNullable(entry.charge()).map(amount -> new Money(amount, CURRENCY)));
    }

    private static Optional<CallParty> party(@Nullable String address) {
        return Optional.ofNullable(address).map(text -> CallParty.builder()
                .kind(CallParty.kindOf(text))
                .address(text)
                .build());
    }

    /** In milliseconds if the entry has them, because its seconds are rounded. */
    private static Optional<Duration> duration(SignalWireLogEntry entry) {
        return Optional.ofNullable(entry.durationMs()).or(() -> Optional.ofNullable(entry.duration()));
    }
}
