package dev.callist.sync.internal.jdbc;

import dev.callist.sync.CallStoreException;
import dev.callist.sync.CallStoreException.Kind;
import dev.callist.sync.SyncSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** A SQLite file. Locks are taken on an empty file next to it, which is never deleted. */
final class SqliteDatabase implements Database {
    private static final String URL = "jdbc:sqlite:";

    /** The mask of SQLite's primary result code: the low byte of an extended one. */
    private static final int CODE_BITS = 0xff;

    private final SqlDialect dialect = new SqliteDialect();
    private final Path file;

    SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public SqlDialect dialect() {
        return dialect;
    }

    @Override
    public Connection connect() throws SQLException {
        checkDriver();
        checkFile();
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", "60000");
        settings.setProperty("cache_size", "-32000"); // negative: KiB; inserts hit the index at random
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "NORMAL"); // a power cut may undo whole transactions
        settings.setProperty("transaction_mode", "IMMEDIATE");
        settings.setProperty("wal_autocheckpoint", "16000"); // pages: 64 MiB
        return DriverManager.getConnection(URL + file, settings);
    }

    private void checkDriver() {
        try {
            DriverManager.getDriver(URL + file);
        } catch (SQLException e) {
            throw new CallStoreException(
                    Kind.INVALID_CONFIG, "SQLite needs its driver: add org.xerial:sqlite-jdbc to the class path", e);
        }
    }

    private void checkFile() {
        Path folder = file.getParent();
        if (Files.isDirectory(file)) {
            throw failure(Kind.NOT_A_STORE, "is a folder; name a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw failure(Kind.READ_ONLY, "cannot be created, because its folder does not exist; create the folder");
        }
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return; // another process was faster
        } catch (IOException e) {
            throw new CallStoreException(
                    Kind.READ_ONLY,
                    file + " cannot be created; change the permissions of its folder, or choose another one",
                    e);
        }
        if (!Files.isWritable(file) || !Files.isWritable(folder)) {
            throw failure(
                    Kind.READ_ONLY,
                    "cannot be written; change the permissions of the file and its folder, or choose another one");
        }
    }

    @Override
    public Optional<SourceLock> tryLock(Connection connection, SyncSource source) {
        Path lock = file;
        try {
            Path real = file.toRealPath();
            lock = real.resolveSibling(real.getFileName() + ".lock");
            return FileLocks.tryLock(lock, SourceKeys.of(source));
        } catch (IOException e) {
            throw new CallStoreException(
                    Kind.READ_ONLY,
                    lock + " cannot be written; change the permissions of its folder, or choose another one",
                    e);
        }
    }

    @Override
    public Duration lockGrace() {
        return Duration.ZERO;
    }

    @Override
    public void lockSchema(Connection connection) {
        // the transaction is the only one that writes
    }

    @Override
    public CallStoreException failure(SQLException failure) {
        int code = failure.getErrorCode() & CODE_BITS;
        return switch (code) {
            case 5, 6 ->
                failure(
                        Kind.LOCKED,
                        "has been locked by another program for a minute; close it, and run again",
                        failure);
            case 8 ->
                failure(Kind.READ_ONLY, "cannot be written; change its permissions, or choose another file", failure);
            case 10 ->
                failure(Kind.UNAVAILABLE, "could not be read or written; check the disk, and run again", failure);
            case 13 ->
                failure(Kind.FULL, "cannot grow, because the disk is full; free some space, and run again", failure);
            case 14 ->
                failure(
                        Kind.READ_ONLY,
                        "cannot be opened; change the permissions of the file and its folder, or choose another one",
                        failure);
            case 11, 26 ->
                failure(Kind.NOT_A_STORE, "is not a SQLite database, or is damaged; choose another file", failure);
            default -> failure(Kind.FAILED, "could not be used (SQLite result code " + code + ")", failure);
        };
    }

    private CallStoreException failure(Kind kind, String detail) {
        return new CallStoreException(kind, file + " " + detail);
    }

    private CallStoreException failure(Kind kind, String detail, SQLException cause) {
        return new CallStoreException(kind, file + " " + detail, cause);
    }

    /** The file. */
    @Override
    public String toString() {
        return file.toString();
    }
}
