package dev.callist.internal;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailure;
import dev.callist.CallListFailureBuilder;
import org.jspecify.annotations.Nullable;

/** One attempt at a request did not bring the answer. */
final class AttemptFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallListFailure failure;
    private final boolean worthRetrying;

    AttemptFailed(CallListFailureBuilder failure, boolean worthRetrying, @Nullable Throwable cause) {
        super(cause == null ? null : QuietCause.of(cause));
        this.failure = failure.build();
        this.worthRetrying = worthRetrying;
    }

    AttemptFailed(CallListFailureBuilder failure, boolean worthRetrying) {
        this(failure, worthRetrying, null);
    }

    CallListFailure failure() {
        return failure;
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }

    CallListException after(int attempts) {
        return finalFailure(failure.kind(), attempts);
    }

    CallListException finalFailure(Kind kind, int attempts) {
        CallListFailure told = CallListException.of(kind, failure.provider())
                .copyFrom(failure)
                .kind(kind)
                .attempts(attempts)
                .build();
        return getCause() == null ? told.asException() : told.causedBy(getCause());
    }
}
