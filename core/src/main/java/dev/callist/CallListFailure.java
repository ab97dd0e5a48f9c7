package dev.callist;

import dev.callist.internal.text.QuietCause;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The details of a {@link CallListException}; authors of a {@link CallLister} build it with {@link
 * CallListException#of}. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class CallListFailure {
    CallListFailure() {}

    static CallListFailureBuilder builder() {
        return new CallListFailureBuilder();
    }

    /** What went wrong. */
    public abstract CallListException.Kind kind();

    /** The lister's name, or the kind of value that was invalid, such as {@code query}. */
    public abstract String provider();

    /** What happened, in fixed words and numbers without data, addresses or secrets. */
    public abstract Optional<String> detail();

    /** The HTTP status, when there was a response. */
    public abstract OptionalInt status();

    /** The provider's own error code, such as {@code InvalidPayload} or {@code 20003}. */
    public abstract Optional<String> providerCode();

    /** The provider's id of the request, for its support desk. */
    public abstract Optional<String> requestId();

    /** How long the provider asks to wait. */
    public abstract Optional<Duration> retryAfter();

    /** Attempts made at the request; 0 when none was made. */
    @Value.Default
    public int attempts() {
        return 0;
    }

    /** The page's number in the walk, from 1; 0 outside a walk. */
    @Value.Default
    public int page() {
        return 0;
    }

    /**
     * Which of the listers of {@link CallListers#merged} failed: its place there, from 0; empty if it was not merged. It
     * tells two accounts of one provider apart.
     */
    public abstract OptionalInt mergedLister();

    /** The point from which the walk can be resumed: right after the last call that was returned. */
    public abstract Optional<ResumePoint> resumePoint();

    /**
     * Whether fewer rows may succeed at the same place: the provider refused the page size, failed without naming a
     * wait or did not respond in time after all retries, or the response was too large. A walk then tries smaller pages
     * before it fails.
     */
    @Value.Default
    public boolean pageMayBeTooLarge() {
        return false;
    }

    CallListFailure withPosition(int page, ResumePoint resumePoint) {
        return builder().copyFrom(this).page(page).resumePoint(resumePoint).build();
    }

    CallListFailure ofMerged(int lister, ResumePoint resumePoint) {
        return builder()
                .copyFrom(this)
                .mergedLister(lister)
                .resumePoint(resumePoint)
                .build();
    }

    /** An exception with these details. */
    public final CallListException asException() {
        return new CallListException(this, null);
    }

    /** An exception with these details and a cause. It keeps the cause's type and stack but not its text. */
    public final CallListException causedBy(Throwable cause) {
        return new CallListException(this, QuietCause.of(cause, CallListException.class));
    }

    /** The kind and the provider. */
    @Override
    public final String toString() {
        return "CallListFailure[" + provider() + " " + kind() + "]";
    }
}
