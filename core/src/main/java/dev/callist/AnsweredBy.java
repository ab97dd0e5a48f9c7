package dev.callist;

/** Who or what answered, as the provider's answering-machine detection heard it. */
public enum AnsweredBy {
    /** A person. */
    HUMAN,
    /** A voicemail or another machine. */
    MACHINE,
    /** Detection ran and could not tell, or said a word that is not known. */
    UNKNOWN
}
