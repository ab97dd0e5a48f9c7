package dev.callist.provider.paging;

import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiProfile.ProfiledLister;
import dev.callist.provider.JsonClient;
import dev.callist.provider.Secret;

/**
 * What all listers of one list over HTTP have in common: the client, which they close, and the pages. A provider adds
 * how pages are requested, and {@link #plan}. Thread-safe if the provider's part is.
 */
public abstract class PagedLister implements ProfiledLister {
    private final ApiProfile profile;
    private final ClientOptions options;
    private final JsonClient client;

    /**
     * Creates the client; sends no request.
     *
     * @param options the options in force
     * @param secret the account's credential
     */
    protected PagedLister(ApiProfile profile, ClientOptions options, Secret secret) {
        this.profile = profile;
        this.options = options;
        this.client = JsonClient.create(profile, options, secret);
    }

    /** The client of this lister. */
    protected final JsonClient client() {
        return client;
    }

    /** The pages of the list; always the same object. */
    protected abstract ListPages pages();

    @Override
    public final String provider() {
        return profile.provider();
    }

    @Override
    public final ApiProfile profile() {
        return profile;
    }

    /** The options in force. */
    @Override
    public final ClientOptions options() {
        return options;
    }

    @Override
    public final CallPage fetch(CallQuery query, Cursor cursor) {
        return pages().fetch(query, cursor);
    }

    @Override
    public final CallListing list(CallQuery query) {
        return pages().list(this, query);
    }

    @Override
    public final void close() {
        client.close();
    }
}
