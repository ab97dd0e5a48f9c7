package dev.callist.cli.providers;

import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.cli.console.CommandException;
import java.util.List;

/** Creates listers and sandboxes of one provider from options and environment variables. */
public interface Provider {
    /** The name that {@code --provider} takes. */
    String name();

    /** The environment variables that hold the credential. */
    List<String> credentialVariables();

    /** Returns whether the account has an id that only this provider uses. */
    default boolean isNamedBy(Account account) {
        return false;
    }

    /**
     * Creates a lister for the account.
     *
     * @throws CommandException when an id or a secret is missing
     */
    CallLister open(Account account);

    /**
     * Fetches one call of the account.
     *
     * @throws CommandException when the provider's API has no request for a single call
     */
    default Call find(Account account, String id) {
        throw CommandException.invalidConfig(
                name() + " cannot fetch a single call; use 'callist list' or 'callist export'");
    }

    /** Fills in placeholders for missing ids and secrets, so that a query can be planned without a credential. */
    Account withPlaceholders(Account account);

    /** Starts a server with this many calls on a loopback port; port 0 means any free port. */
    SandboxAccount startSandbox(int calls, int port);
}
