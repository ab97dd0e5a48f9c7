package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallLister;
import java.util.List;

/** What the command line knows about one provider. */
interface Provider {
    /** The name that {@code --provider} takes. */
    String name();

    /** The environment variables that hold its credential. */
    List<String> secrets();

    /** Whether the account has an id that only this provider has. */
    default boolean isMeantBy(Account account) {
        return false;
    }

    /** A lister for the account; {@link Refusal} when an id or a secret is missing. */
    CallLister open(Account account);

    /** One call of the account; {@link Refusal} where the API only has lists. */
    default Call find(Account account, String id) {
        throw Refusal.config(
                name() + " has no request for a single call; 'callist list' and 'callist export' show them");
    }

    /** The account with stand-ins for what is missing, enough to plan a query and no more. */
    Account filledIn(Account account);

    /** Starts a server with this many calls, on a loopback port; 0 for any free one. */
    SandboxAccount sandbox(int calls, int port);
}
