package dev.callist.spark;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import dev.callist.testkit.InMemoryCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/**
 * A provider that Callist does not have: every other call of an extension is inbound, and the first one has a time that
 * no row can have.
 */
public final class OwnProviderFactory implements ProviderFactory {
    static final String PROVIDER = "own";

    private static final Instant ANCIENT = Instant.parse("0001-01-01T00:00:00Z");

    /** The options of each lister that was created with a secret. */
    static final List<ClientOptions> OPENED = new CopyOnWriteArrayList<>();

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.required("extension", "OWN_EXTENSION", "100", "whose calls"),
                Setting.required("calls", "OWN_CALLS", "1", "how many there are"),
                Setting.secret("pin", "OWN_PIN", "the PIN"));
    }

    @Override
    public Optional<String> account(ProviderSettings settings) {
        return settings.get("extension");
    }

    @Override
    public CallLister create(ProviderSettings settings, ClientOptions options) {
        if (settings.required("pin").equals("sandbox-access-key")) {
            OPENED.add(options);
        }
        int calls = Integer.parseInt(settings.required("calls"));
        return InMemoryCalls.of(
                PROVIDER,
                IntStream.range(0, calls)
                        .mapToObj(number ->
                                call(settings.required("extension"), number, number == 0 ? ANCIENT : time(number)))
                        .toList());
    }

    private static Instant time(int number) {
        return Instant.parse("2026-03-01T00:00:00Z").minusSeconds(number);
    }

    private static Call call(String extension, int number, Instant createdAt) {
        return Call.builder()
                .provider(PROVIDER)
                .account(extension)
                .id(extension + "-" + number)
                .direction(number % 2 == 0 ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                .status(CallStatus.COMPLETED)
                .createdAt(createdAt)
                .build();
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        throw new UnsupportedOperationException("there are no parameters");
    }
}
