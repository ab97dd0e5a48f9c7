package dev.callist.sync;

import java.util.Objects;

/**
 * A list that is copied: an account of a provider, and a query without its window.
 *
 * @param provider the provider's name
 * @param account the name of the account: what {@link dev.callist.QueryPlan#identity()} says unless the user named it
 * @param queryHash a hash of the query's filters, in hexadecimal
 * @param queryText the query's filters for people, with numbers masked; not part of what identifies a source
 */
public record SyncSource(String provider, String account, String queryHash, String queryText) {
    /** Rejects null. */
    public SyncSource {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(queryHash, "queryHash");
        Objects.requireNonNull(queryText, "queryText");
    }

    /** Whether both have the same provider, account and filters. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SyncSource that && isSameAccount(that) && queryHash.equals(that.queryHash);
    }

    /** Whether both are lists of one account. */
    public boolean isSameAccount(SyncSource other) {
        return provider.equals(other.provider) && account.equals(other.account);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, account, queryHash);
    }

    /** Provider and account. */
    @Override
    public String toString() {
        return provider + " " + account;
    }
}
