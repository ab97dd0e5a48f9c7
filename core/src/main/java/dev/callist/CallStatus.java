package dev.callist;

/** The state of a call, or how it ended. */
public enum CallStatus {
    /** Planned for a later time. */
    SCHEDULED,
    /** Accepted by the provider, not ringing yet. */
    QUEUED,
    /** Ringing at the callee. */
    RINGING,
    /** Answered and still in progress. */
    IN_PROGRESS,
    /** Answered and ended. */
    COMPLETED,
    /** The callee was busy. */
    BUSY,
    /** The call was not answered. */
    NO_ANSWER,
    /** The call could not be connected. */
    FAILED,
    /** Given up before it was answered. */
    CANCELED,
    /** The provider sent no status or an unknown word; see {@link Call#providerStatus()}. */
    UNKNOWN;

    /** Whether the call has ended, so that the status does not change any more unless the provider corrects it. */
    public boolean isFinal() {
        return switch (this) {
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> true;
            case SCHEDULED, QUEUED, RINGING, IN_PROGRESS, UNKNOWN -> false;
        };
    }
}
