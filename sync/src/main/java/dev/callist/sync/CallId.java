package dev.callist.sync;

import java.util.Objects;

/**
 * Identifies a copied call, and is the key of its row.
 *
 * @param provider the provider's name
 * @param account the provider's name of the account, or else the name of the source
 * @param id the provider's id of the call
 */
public record CallId(String provider, String account, String id) {
    /** Rejects null. */
    public CallId {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(id, "id");
    }

    /** The provider only: an account or an id may contain a number. */
    @Override
    public String toString() {
        return "CallId[" + provider + "]";
    }
}
