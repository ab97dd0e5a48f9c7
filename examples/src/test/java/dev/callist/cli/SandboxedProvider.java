package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.Provider;
import dev.callist.cli.providers.SandboxAccount;
import java.util.List;

/** A provider that always uses a sandbox's account and ignores the one on the command line. */
record SandboxedProvider(Provider real, SandboxAccount sandbox) implements Provider {
    @Override
    public String name() {
        return real.name();
    }

    @Override
    public List<String> credentialVariables() {
        return real.credentialVariables();
    }

    @Override
    public CallLister open(Account account) {
        return real.open(sandbox.account().withOptions(account.options()));
    }

    @Override
    public Account withPlaceholders(Account account) {
        return real.withPlaceholders(account);
    }

    @Override
    public SandboxAccount startSandbox(int calls, int port) {
        return real.startSandbox(calls, port);
    }
}
