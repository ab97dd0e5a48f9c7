package dev.callist.cli;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;

/** The exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_COMPLETE = 3;
    static final int BROKEN_PIPE = 141;

    private ExitCode() {}

    static int of(Completeness completeness) {
        return completeness == Completeness.COMPLETE ? DONE : NOT_COMPLETE;
    }

    static int of(Kind kind) {
        return kind == Kind.INVALID_CONFIG ? USAGE : FAILED;
    }
}
