package dev.callist;

/** Which way a call went, seen from the provider's account. */
public enum CallDirection {
    /** The call reached the account. */
    INBOUND,
    /** The account placed the call. */
    OUTBOUND,
    /** The provider sent no direction or an unknown word; see {@link Call#providerDirection()}. */
    UNKNOWN
}
