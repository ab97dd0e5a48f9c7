package dev.callist;

/** Who or what answered, according to the provider's answering-machine detection. */
public enum AnsweredBy {
    /** A person. */
    HUMAN,
    /** A voicemail or another machine. */
    MACHINE,
    /** Detection was inconclusive, or its result is an unknown word. */
    UNKNOWN
}
