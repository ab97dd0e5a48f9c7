package dev.callist.cli;

import dev.callist.testkit.Sandbox;

/**
 * A server of made-up calls on this machine.
 *
 * @param account how to reach it; its environment holds the made-up credential
 * @param server the server itself
 */
record SandboxAccount(Account account, Sandbox server) implements AutoCloseable {
    @Override
    public void close() {
        server.close();
    }
}
