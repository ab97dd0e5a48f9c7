package dev.callist.sync;

import org.jspecify.annotations.Nullable;

/**
 * A copy could not be read or written. The message is one line, says what to do, and contains no phone number and no
 * secret: a database's own messages are not quoted, because they may contain a row or an address with a password.
 */
public final class CallStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure with a message that is safe to print. */
    public CallStoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /**
     * A failure with the stack of its cause, but not its message.
     *
     * @param cause whose type and stack are kept; null for none
     */
    public CallStoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause == null ? null : new Origin(cause));
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What went wrong. */
    public enum Kind {
        /** Another process or thread writes this source now; run again later, or wait. */
        LOCKED,
        /** The store was written by a newer version of Callist; use that version. */
        NEWER_SCHEMA,
        /** The file is not a database, or the database has other tables with the names of ours; choose another one. */
        NOT_A_STORE,
        /** The file, its folder or the database cannot be written; change its permissions, or choose another one. */
        READ_ONLY,
        /** There is no space left. */
        FULL,
        /** The database cannot be reached, refused the login, or the connection broke; nothing was half-written. */
        UNAVAILABLE,
        /** The store copies this account with other filters. */
        QUERY_CHANGED,
        /** The clock shows a time well before the last run. */
        CLOCK_WENT_BACK,
        /** A setting is not possible. */
        INVALID_CONFIG,
        /** Anything else that the database refused. */
        FAILED
    }

    /** The type and stack of a cause. */
    private static final class Origin extends Exception {
        private static final long serialVersionUID = 1L;

        Origin(Throwable cause) {
            super(cause.getClass().getName());
            setStackTrace(cause.getStackTrace());
        }
    }
}
