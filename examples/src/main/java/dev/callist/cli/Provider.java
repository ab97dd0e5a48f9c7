package dev.callist.cli;

import dev.callist.Call;
import dev.callist.CallLister;
import java.util.Set;

/** What the command line knows about one provider. */
interface Provider {
    /** The name that {@code --provider} takes. */
    String name();

    /** The environment variables that hold its credential. */
    Set<String> secrets();

    /** A lister for the account; {@link Refusal} when an id or a secret is missing. */
    CallLister open(Account account);

    /** One call of the account. */
    Call find(Account account, String id);

    /** The account with stand-ins for what is missing, enough to plan a query and no more. */
    Account filledIn(Account account);

    /** Starts a server with this many calls, on a loopback port; 0 for any free one. */
    Sandbox sandbox(int calls, int port);
}
