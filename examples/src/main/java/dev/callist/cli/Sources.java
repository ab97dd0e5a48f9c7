package dev.callist.cli;

import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.ClientOptions;
import java.util.ArrayList;
import java.util.List;

/** The listers that a command reads from, as one; closing closes all of them. */
final class Sources implements AutoCloseable {
    private final List<CallLister> listers = new ArrayList<>();
    private final List<SandboxAccount> sandboxes = new ArrayList<>();

    /** {@link Refusal} when an id or a secret is missing. */
    void open(Provider provider, Account account) {
        listers.add(provider.open(account));
    }

    /** Starts a server of made-up calls, and reads from that. */
    void openSandbox(Provider provider, int calls, ClientOptions options) {
        SandboxAccount sandbox = provider.sandbox(calls, 0);
        sandboxes.add(sandbox);
        open(provider, sandbox.account().withOptions(options));
    }

    boolean isEmpty() {
        return listers.isEmpty();
    }

    /** The only lister, or all of them merged; then one that fails is left out when that is wanted. */
    CallLister lister(boolean skipFailed) {
        if (listers.size() == 1) {
            return listers.get(0);
        }
        return skipFailed ? CallListers.merged(listers).skippingFailures() : CallListers.merged(listers);
    }

    @Override
    public void close() {
        listers.forEach(CallLister::close);
        sandboxes.forEach(SandboxAccount::close);
    }
}
