package dev.callist.cli;

/**
 * A server of made-up calls on this machine.
 *
 * @param account how to reach it; its environment holds the made-up credential
 * @param server ends it
 */
record Sandbox(Account account, Runnable server) implements AutoCloseable {
    @Override
    public void close() {
        server.run();
    }
}
