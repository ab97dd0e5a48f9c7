package dev.callist.sync.internal.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Locks on single bytes of a file, which end with the process. All locks of a file share one channel: on POSIX systems,
 * closing any channel of a file gives up all locks that the process has on it. Thread-safe.
 */
final class FileLocks {
    private static final Map<Path, FileLocks> OPEN = new HashMap<>();

    private final Path file;
    private final FileChannel channel;
    private int locks;

    private FileLocks(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Locks a byte of a file, which is created and need not have that many bytes.
     *
     * @return absent while this or another process has the lock
     */
    static Optional<SourceLock> tryLock(Path file, long position) throws IOException {
        synchronized (OPEN) {
            FileLocks locks = OPEN.get(file);
            if (locks == null) {
                locks = new FileLocks(file);
                OPEN.put(file, locks);
            }
            try {
                return locks.tryLock(position);
            } finally {
                locks.closeIfUnused();
            }
        }
    }

    private Optional<SourceLock> tryLock(long position) throws IOException {
        try {
            FileLock lock = channel.tryLock(position, 1, false);
            if (lock == null) {
                return Optional.empty();
            }
            locks++;
            return Optional.of(() -> release(lock));
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private void release(FileLock lock) {
        synchronized (OPEN) {
            try {
                if (lock.isValid()) {
                    locks--;
                    lock.release();
                }
                closeIfUnused();
            } catch (IOException e) {
                throw new IllegalStateException("the lock file cannot be closed", e);
            }
        }
    }

    private void closeIfUnused() throws IOException {
        if (locks == 0) {
            OPEN.remove(file);
            channel.close();
        }
    }
}
