package dev.callist.internal.http;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListFailure;
import dev.callist.CallListFailureBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a request failed. It never leaves this package; the final failure replaces its cause by a quiet one.
 */
final class AttemptException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient CallListFailure failure;
    private final boolean worthRetrying;

    AttemptException(CallListFailureBuilder failure, boolean worthRetrying, @Nullable Throwable cause) {
        super(cause);
        this.failure = failure.build();
        this.worthRetrying = worthRetrying;
    }

    AttemptException(CallListFailureBuilder failure, boolean worthRetrying) {
        this(failure, worthRetrying, null);
    }

    CallListFailure failure() {
        return failure;
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }

    /** Whether the provider said that there were too many requests. */
    boolean isThrottled() {
        return failure.kind() == Kind.RATE_LIMITED;
    }

    /** The final failure when a retry was due and could not be paid for. */
    CallListException outOfBudget(int attempts) {
        String spent = "the retry budget is spent; run again later, set requestsPerSecond, or raise retryBudget";
        String detail = failure.detail().map(known -> known + "; " + spent).orElse(spent);
        return new AttemptException(ofAnyPage().detail(detail), worthRetrying, getCause()).after(attempts);
    }

    /** The final failure after attempts that say nothing about the size of the page. */
    CallListException ofAnyPageAfter(int attempts) {
        return new AttemptException(ofAnyPage(), worthRetrying, getCause()).after(attempts);
    }

    private CallListFailureBuilder ofAnyPage() {
        return CallListException.of(failure.kind(), failure.provider())
                .copyFrom(failure)
                .pageMayBeTooLarge(false);
    }

    CallListException after(int attempts) {
        return finalFailure(failure.kind(), attempts);
    }

    CallListException finalFailure(Kind kind, int attempts) {
        CallListFailure last = CallListException.of(kind, failure.provider())
                .copyFrom(failure)
                .kind(kind)
                .pageMayBeTooLarge(failure.pageMayBeTooLarge() && kind == failure.kind())
                .attempts(attempts)
                .build();
        return getCause() == null ? last.asException() : last.causedBy(getCause());
    }
}
