package dev.callist;

/** Where a call stands, or how it ended. */
public enum CallStatus {
    /** Planned for a later time. */
    SCHEDULED,
    /** Accepted by the provider, not ringing yet. */
    QUEUED,
    /** Ringing at the callee. */
    RINGING,
    /** Being spoken. */
    IN_PROGRESS,
    /** Answered and ended. */
    COMPLETED,
    /** The callee was busy. */
    BUSY,
    /** Nobody answered. */
    NO_ANSWER,
    /** The call could not be connected. */
    FAILED,
    /** Given up before it was answered. */
    CANCELED,
    /** The provider gave no status, or a word that is not known; see {@link Call#providerStatus()}. */
    UNKNOWN
}
