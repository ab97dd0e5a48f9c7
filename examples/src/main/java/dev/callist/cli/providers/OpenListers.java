package dev.callist.cli.providers;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.ClientOptions;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.FailureText;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.provider.ProviderFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The listers and sandboxes that a command has opened. Closing this object closes all of them. */
public final class OpenListers implements AutoCloseable {
    private final List<CallLister> listers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<SandboxAccount> sandboxes = new ArrayList<>();

    /**
     * Opens a lister for the account.
     *
     * @throws CommandException when an id or a secret is missing
     */
    public void open(ProviderFactory factory, Account account) {
        open(ChosenAccount.of(factory, account));
    }

    private void open(ChosenAccount account) {
        listers.add(account.open());
        names.add(account.name());
    }

    /**
     * Opens a lister for each of these accounts.
     *
     * @throws CommandException as {@link #open}; it names the account if there are several
     */
    public void openAll(List<ChosenAccount> accounts) {
        for (ChosenAccount account : accounts) {
            try {
                open(account);
            } catch (CommandException e) {
                throw accounts.size() > 1 ? e.withProvider(account.name()) : e;
            }
        }
    }

    /** Starts a sandbox with this many calls and opens a lister for it, which uses no proxy. */
    public void openSandbox(ProviderFactory factory, int calls, ClientOptions options) {
        SandboxAccount sandbox = SandboxAccount.start(factory.provider(), calls, 0);
        sandboxes.add(sandbox);
        open(
                factory,
                sandbox.account()
                        .withOptions(
                                options.toBuilder().httpClient(Optional.empty()).build()));
    }

    public boolean isEmpty() {
        return listers.isEmpty();
    }

    /** Returns the listers in the order in which they were opened. */
    public List<CallLister> all() {
        return List.copyOf(listers);
    }

    /** Returns the names of their accounts, in the same order. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** Returns a failure of the merged listers with the name of the account that failed, if there are several. */
    public RuntimeException named(CallListException failure) {
        return names.size() > 1 ? CommandException.ofAccount(FailureText.source(names, failure), failure) : failure;
    }

    /**
     * Returns the only lister, or all listers merged into one.
     *
     * @param skipFailed whether merged listers skip one that fails
     * @param progress learns what they are called, for one that fails
     */
    public CallLister merged(boolean skipFailed, ProgressDisplay progress) {
        progress.setMerged(names);
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
