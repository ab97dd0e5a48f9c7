package com.example.acme;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.HttpRedaction;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.PageMapper;
import dev.callist.provider.PageToken;
import dev.callist.provider.Secret;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.ListPages;
import dev.callist.provider.paging.PagedLister;
import dev.callist.provider.paging.TokenPages;
import dev.callist.provider.paging.TokenRequests;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** Lists the calls of an Acme account, newest first. */
public final class AcmeCalls extends PagedLister implements TokenRequests<AcmePage> {
    private static final String PROVIDER = "acme";
    private static final String KEY_HEADER = "X-Acme-Key";
    private static final ApiProfile PROFILE = new ApiProfile(
            PROVIDER, InstantFormat.ISO, "X-Request-Id", "", new HttpRedaction(Set.of(KEY_HEADER), Set.of("after")));
    private static final int LARGEST_PAGE = 200;

    private final HttpUrl list;
    private final TokenPages<AcmeCall, AcmePage> pages;

    /** A lister for the account that the key belongs to. */
    public AcmeCalls(URI baseUrl, String key, ClientOptions options) {
        super(PROFILE, options, secret(key, options));
        HttpUrl base = ConfigChecks.baseUrl(PROVIDER, baseUrl);
        this.list = base.newBuilder().addPathSegment("calls").build();
        this.pages = new TokenPages<>(
                client(), new PageMapper<>(AcmeCalls::call, options.keepRawJson()), AcmePage.class, this);
    }

    private static Secret secret(String key, ClientOptions options) {
        Supplier<String> source = ConfigChecks.source(PROVIDER, "key", Optional.of(key), options.credentials());
        return new Secret(PROVIDER, KEY_HEADER, value -> value, source);
    }

    @Override
    protected ListPages pages() {
        return pages;
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return pages.plan(query, filters(query), list.toString());
    }

    @Override
    public int pageSize(CallQuery query) {
        return Math.min(query.pageSize().orElse(LARGEST_PAGE), LARGEST_PAGE);
    }

    @Override
    public ApiRequest request(CallQuery query, Cursor cursor) {
        HttpUrl.Builder url = list.newBuilder().addQueryParameter("limit", Integer.toString(pageSize(query)));
        filters(query).addTo(url);
        if (!cursor.isFirst()) {
            url.addQueryParameter("after", cursor.text());
        }
        return ApiRequest.get(url.build(), "/calls").withToken(!cursor.isFirst());
    }

    @Override
    public Optional<Cursor> next(AcmePage page) {
        return Optional.ofNullable(page.after())
                .map(PageToken::text)
                .filter(token -> !token.isBlank())
                .map(Cursor::new);
    }

    private ServerFilters filters(CallQuery query) {
        List<String> dir = query.direction().filter(direction -> direction != CallDirection.UNKNOWN).stream()
                .map(direction -> direction == CallDirection.INBOUND ? "in" : "out")
                .toList();
        return new ServerFilters(PROVIDER, query, options())
                .send(QueryFilter.DIRECTION, "dir", dir)
                .refuse(QueryFilter.TAGS, "Acme has no tags");
    }

    private static Optional<CallBuilder> call(AcmeCall acme) {
        if (acme.id() == null) {
            return Optional.empty();
        }
        return Optional.of(Call.builder()
                .provider(PROVIDER)
                .id(acme.id())
                .direction("in".equals(acme.dir()) ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                .status("done".equals(acme.state()) ? CallStatus.COMPLETED : CallStatus.UNKNOWN)
                .providerStatus(Optional.ofNullable(acme.state()))
                .from(Optional.ofNullable(acme.caller()).map(CallParty::of))
                .to(Optional.ofNullable(acme.callee()).map(CallParty::of))
                .createdAt(Optional.ofNullable(acme.created()))
                .duration(Optional.ofNullable(acme.seconds())));
    }
}
