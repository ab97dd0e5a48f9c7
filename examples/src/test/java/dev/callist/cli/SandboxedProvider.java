package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.provider.ProviderFactory;
import dev.callist.provider.ProviderSettings;
import java.util.List;
import java.util.Map;

/** A provider that always uses a sandbox's account and ignores the one on the command line. */
record SandboxedProvider(ProviderFactory real, SandboxAccount sandbox) implements ProviderFactory {
    @Override
    public String provider() {
        return real.provider();
    }

    /** The real settings, of which only the secret is required. */
    @Override
    public List<Setting> settings() {
        return real.settings().stream()
                .map(setting -> new Setting(
                        setting.name(), setting.variable(), setting.isSecret(), setting.isSecret(), "", setting.help()))
                .toList();
    }

    @Override
    public CallLister create(ProviderSettings settings, ClientOptions options) {
        return real.create(
                ProviderSettings.of(
                        real, sandbox.account().given(), sandbox.account().environment()),
                options);
    }

    @Override
    public List<String> parameters() {
        return real.parameters();
    }

    @Override
    public ProviderFilters filters(Map<String, List<String>> parameters) {
        return real.filters(parameters);
    }
}
