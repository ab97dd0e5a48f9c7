package dev.callist.cli.console;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import dev.callist.sync.CallStoreException;

/** The exit codes of all commands. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int NOT_COMPLETE = 3;
    public static final int BROKEN_PIPE = 141;

    private ExitCode() {}

    /** Returns the exit code of a list that was read to its end or to its limit. */
    public static int of(Completeness completeness) {
        return completeness == Completeness.COMPLETE ? DONE : NOT_COMPLETE;
    }

    /** Returns the exit code of a copy that failed. */
    public static int of(CallStoreException.Kind kind) {
        return kind == CallStoreException.Kind.INVALID_CONFIG ? USAGE : FAILED;
    }

    /** Returns the exit code of a list that failed. */
    public static int of(Kind kind) {
        return kind == Kind.INVALID_CONFIG ? USAGE : FAILED;
    }
}
