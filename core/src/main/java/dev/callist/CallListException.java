package dev.callist;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one failure of this library: what went wrong ({@link #kind()}), and the details ({@link #failure()}).
 *
 * <p>The message and every cause are made of enums, numbers and fixed words: no phone number, body or secret. A cause keeps
 * the type and the stack of what was thrown, not its text, because JSON and HTTP libraries quote their input.
 *
 * <p>Serialised by Java, it keeps its kind, provider, message and stack; the other details are absent afterwards.
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
     * What went wrong; {@code docs/what-can-go-wrong.md} says what to do about each. Retried means: within the request, up to
     * {@link ClientOptions#maxAttempts()} and as long as {@link ClientOptions#retryBudget()} lasts, before it is thrown.
     */
    public enum Kind {
        /** The credential was refused (401); retried once, where {@link ClientOptions#credentials()} gives another. */
        AUTHENTICATION(false),
        /** The credential is valid but may not do this (403); not retried. */
        PERMISSION(false),
        /** The account, channel or call does not exist (404); not retried. */
        NOT_FOUND(false),
        /** The provider refused the request (other 4xx); not retried. */
        INVALID_REQUEST(false),
        /**
         * Too many requests (429), retried; or a wait longer than {@link ClientOptions#maxRetryAfter()} was asked for, not
         * retried.
         */
        RATE_LIMITED(true),
        /** The provider failed (5xx); retried after 500, 502 to 504 and 520 to 524. */
        SERVER_ERROR(true),
        /** No connection, or it broke; retried, but for a 407 or 511. */
        NETWORK(true),
        /** The server's certificate or protocol was not acceptable; not retried. */
        TLS(false),
        /** No answer within the timeouts, retried; or the walk's deadline has passed, not retried. */
        TIMEOUT(true),
        /** The provider answered with a redirect; never followed, not retried. */
        REDIRECTED(false),
        /** A link in an answer does not lead to our own list; not retried. */
        FOREIGN_LINK(false),
        /** The answer is not what the API documents; never read as "no calls"; retried when it is empty or cut off. */
        BAD_RESPONSE(false),
        /** The answer exceeds a limit on bytes, tokens or rows in {@link ClientOptions}; not retried. */
        TOO_LARGE(false),
        /** The list does not advance: a cursor came again, or page after page brought nothing new; not retried. */
        PAGINATION_STALLED(false),
        /** The provider no longer accepts the cursor; not retried, but looked for by its time where the server can. */
        CURSOR_EXPIRED(false),
        /** The resume point is damaged, or belongs to another provider, account or query; not retried. */
        INVALID_RESUME_POINT(false),
        /** The query has a filter that this provider cannot serve; no request is made. */
        UNSUPPORTED_FILTER(false),
        /** A setting is missing or not acceptable; not retried. */
        INVALID_CONFIG(false),
        /** The thread was interrupted; its flag is set and the walk can be gone on with; not retried. */
        INTERRUPTED(true),
        /** The iterator or the lister has been closed; not retried. */
        CLOSED(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }
    }

    /** Starts a failure; for the author of a {@link CallLister}. */
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

    /** The details: with whom, where, after how many attempts, and where the walk can be resumed. */
    public CallListFailure failure() {
        return failure == null ? of(kind, provider).build() : failure;
    }

    /** Whether the same request may succeed later without a change. */
    public boolean isRetryable() {
        return kind.retryable;
    }

    /** This failure as a walk reports it: with its page and position, and with this thread's frames below the others. */
    public CallListException inWalk(int page, ResumePoint place) {
        return joined(new CallListException(failure().withPlace(page, place), getCause()), this);
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
