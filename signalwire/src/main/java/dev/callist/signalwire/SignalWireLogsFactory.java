package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates listers of SignalWire's voice log from settings and parameters that are text. */
public final class SignalWireLogsFactory implements ProviderFactory {
    @Override
    public String provider() {
        return SignalWireLogs.PROVIDER;
    }

    /** The settings of {@link SignalWireFactory}, because both lists belong to one project. */
    @Override
    public List<Setting> settings() {
        return SignalWireFactory.SETTINGS;
    }

    @Override
    public boolean isChosenByName() {
        return true;
    }

    @Override
    public SignalWireLogs create(ProviderSettings settings, ClientOptions options) {
        return SignalWireLogs.create(SignalWireFactory.config(settings, options));
    }

    @Override
    public Optional<String> account(ProviderSettings settings) {
        return settings.get("projectId");
    }

    @Override
    public List<String> parameters() {
        return SignalWireLogsFilters.NAMES;
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return SignalWireLogsFilters.of(parameters);
    }

    @Override
    public Call find(ProviderSettings settings, ClientOptions options, String callId) {
        try (SignalWireLogs logs = create(settings, options)) {
            return logs.find(callId);
        }
    }
}
