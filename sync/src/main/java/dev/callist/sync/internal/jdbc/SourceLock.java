package dev.callist.sync.internal.jdbc;

/** The right to write one source. It ends with the process at the latest. */
@FunctionalInterface
public interface SourceLock extends AutoCloseable {
    @Override
    void close();
}
