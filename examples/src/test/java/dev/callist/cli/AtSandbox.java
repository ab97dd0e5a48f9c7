package dev.callist.cli;

import dev.callist.CallLister;
import java.util.List;

/** A provider whose account is a sandbox's, whatever the command line says. */
record AtSandbox(Provider real, SandboxAccount place) implements Provider {
    @Override
    public String name() {
        return real.name();
    }

    @Override
    public List<String> secrets() {
        return real.secrets();
    }

    @Override
    public CallLister open(Account account) {
        return real.open(place.account().withOptions(account.options()));
    }

    @Override
    public Account filledIn(Account account) {
        return real.filledIn(account);
    }

    @Override
    public SandboxAccount sandbox(int calls, int port) {
        return real.sandbox(calls, port);
    }
}
