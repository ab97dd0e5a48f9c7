package dev.callist.cli.providers;

import dev.callist.testkit.Sandbox;

/**
 * A running sandbox and the account that it serves.
 *
 * @param account reaches the sandbox; its environment holds the made-up credential
 * @param server the sandbox
 */
public record SandboxAccount(Account account, Sandbox server) implements AutoCloseable {
    @Override
    public void close() {
        server.close();
    }
}
