package dev.callist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one exception type of this library: what went wrong ({@link #kind()}) and the details ({@link #failure()}).
 *
 * <p>The message and every cause consist of enums, numbers and fixed words, and contain no phone number, body or
 * secret. A cause keeps the type and stack of the original exception but not its text, because JSON and HTTP libraries
 * quote their input.
 *
 * <p>Java serialisation keeps the kind, provider, message and stack; the other details are lost.
 */
public final class CallListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String provider;
    private final transient @Nullable CallListFailure failure;

    CallListException(CallListFailure failure, @Nullable Throwable cause) {
        super(message(failure), cause);
        this.kind = failure.kind();
        this.provider = failure.provider();
        this.failure = failure;
    }

    /**
     * What went wrong; {@code docs/what-can-go-wrong.md} says what to do about each. A kind that is retried is thrown
     * only after {@link ClientOptions#maxAttempts()} attempts, or when {@link ClientOptions#retryBudget()} is used up.
     */
    public enum Kind {
        /**
         * The credential was refused (401); retried once if {@link ClientOptions#credentials()} returns another one.
         */
        AUTHENTICATION(false),
        /** The credential is valid but lacks permission (403); not retried. */
        PERMISSION(false),
        /** The account, channel or call does not exist (404); not retried. */
        NOT_FOUND(false),
        /** The provider refused the request (other 4xx); not retried. */
        INVALID_REQUEST(false),
        /**
         * Too many requests (429, 420, or another status with a Retry-After or a body that says so), which is retried
         * until the retry budget is spent, or the server asked for a wait longer than {@link
         * ClientOptions#maxRetryAfter()}, which is not retried.
         */
        RATE_LIMITED(true),
        /**
         * The provider failed (5xx); retried after 500, 502 to 504 and 520 to 524, and then by a walk with smaller
         * pages.
         */
        SERVER_ERROR(true),
        /** The connection failed or broke; retried, except after a 407 or 511. */
        NETWORK(true),
        /** The server's certificate or protocol was not acceptable; not retried. */
        TLS(false),
        /** No response within the timeouts, which is retried, or the walk's deadline has passed, which is not. */
        TIMEOUT(true),
        /** The provider sent a redirect, which is never followed; not retried. */
        REDIRECTED(false),
        /** The link to the next page does not lead to the lister's own list; not retried. */
        FOREIGN_LINK(false),
        /**
         * The response is not what the API documents, and is never mistaken for an empty list; retried when it is empty
         * or cut off.
         */
        BAD_RESPONSE(false),
        /**
         * The response exceeds a limit on bytes, tokens or rows in {@link ClientOptions}; not retried, but a walk tries
         * smaller pages.
         */
        TOO_LARGE(false),
        /** The list does not advance: a cursor was repeated, or page after page contained nothing new; not retried. */
        PAGINATION_STALLED(false),
        /**
         * The provider no longer accepts the cursor; not retried, but a walk continues by time where the server can
         * filter by it.
         */
        CURSOR_EXPIRED(false),
        /** The resume point is damaged, or belongs to another provider, account or query; not retried. */
        INVALID_RESUME_POINT(false),
        /** The query has a filter that this provider cannot serve; no request is made. */
        UNSUPPORTED_FILTER(false),
        /** A setting is missing or invalid; not retried. */
        INVALID_CONFIG(false),
        /** The thread was interrupted; its interrupt flag is set and the walk can be continued; not retried. */
        INTERRUPTED(true),
        /** The iterator or the lister has been closed; not retried. */
        CLOSED(false),
        /** Thrown by {@link ListingReport#requireComplete()} only: calls may be missing, or are. */
        NOT_COMPLETE(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }
    }

    /** Starts building a failure, for authors of a {@link CallLister}. */
    public static CallListFailureBuilder of(Kind kind, String provider) {
        return CallListFailure.builder().kind(kind).provider(provider);
    }

    static CallListException invalidConfig(String subject, String rule) {
        return of(Kind.INVALID_CONFIG, subject).detail(rule).build().asException();
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The details: provider, page, number of attempts, and the point from which the walk can be resumed. */
    public CallListFailure failure() {
        return failure == null ? of(kind, provider).build() : failure;
    }

    /** Whether the same request may succeed later, unchanged. */
    public boolean isRetryable() {
        return kind.retryable;
    }

    /** This failure with the page and resume point of a walk, and with this thread's stack frames below the others. */
    public CallListException inWalk(int page, ResumePoint resumePoint) {
        return joined(new CallListException(failure().withPosition(page, resumePoint), getCause()), this);
    }

    /** This failure of one of several merged listers, with the resume point of their walk, and stack frames as above. */
    public CallListException inMergedWalk(int lister, ResumePoint resumePoint) {
        return joined(new CallListException(failure().ofMerged(lister, resumePoint), getCause()), this);
    }

    /** This failure, with this thread's frames below those of the thread on which it happened. */
    public CallListException seenHere() {
        return joined(new CallListException(failure(), getCause()), this);
    }

    private static CallListException joined(CallListException here, CallListException there) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(there.getStackTrace()));
        frames.addAll(List.of(here.getStackTrace()));
        here.setStackTrace(frames.toArray(StackTraceElement[]::new));
        return here;
    }

    private static String message(CallListFailure failure) {
        List<String> parts = new ArrayList<>();
        failure.detail().ifPresent(parts::add);
        failure.status().ifPresent(status -> parts.add("status " + status));
        failure.providerCode().ifPresent(code -> parts.add("code " + code));
        failure.retryAfter().ifPresent(wait -> parts.add("retry after " + wait));
        if (failure.page() > 0) {
            parts.add("page " + failure.page());
        }
        if (failure.attempts() > 0) {
            parts.add(failure.attempts() + (failure.attempts() == 1 ? " attempt" : " attempts"));
        }
        return failure.provider() + ": " + failure.kind() + ": " + String.join(", ", parts);
    }
}
