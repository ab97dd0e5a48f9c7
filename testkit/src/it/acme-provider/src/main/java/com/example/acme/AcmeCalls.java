package com.example.acme;

import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallLister;
import dev.callist.CallPage;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.ClientOptions;
import dev.callist.Cursor;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.Answer;
import dev.callist.internal.ApiProfile;
import dev.callist.internal.ApiRequest;
import dev.callist.internal.Checks;
import dev.callist.internal.Durations;
import dev.callist.internal.Filters;
import dev.callist.internal.InstantForm;
import dev.callist.internal.JsonClient;
import dev.callist.internal.Pager;
import dev.callist.internal.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/** Lists the calls of an Acme account, newest first. */
public final class AcmeCalls implements CallLister {
    private static final String PROVIDER = "acme";
    private static final int LARGEST_PAGE = 200;

    private final HttpUrl list;
    private final ClientOptions options;
    private final JsonClient client;
    private final Pager<AcmeCall> pager;

    /** A lister for the account that the key belongs to. */
    public AcmeCalls(URI baseUrl, String key, ClientOptions options) {
        this.list = Checks.baseUrl(PROVIDER, baseUrl)
                .newBuilder()
                .addPathSegment("calls")
                .build();
        this.options = options;
        Secret secret = new Secret(
                PROVIDER,
                "X-Acme-Key",
                UnaryOperator.identity(),
                Checks.source(PROVIDER, "key", Optional.of(key), options.credentials()));
        this.client =
                JsonClient.create(new ApiProfile(PROVIDER, InstantForm.ISO, "X-Request-Id", ""), options, secret);
        this.pager = new Pager<>(AcmeCalls::call, options.keepRawJson());
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public ClientOptions options() {
        return options;
    }

    @Override
    public CallPage fetch(CallQuery query, Cursor cursor) {
        Answer<AcmePage> answer = client.page(request(query, cursor), AcmePage.class, seen -> {});
        return pager.map(answer).page(answer.value().next());
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        return filters(query).plan(list.toString(), request(query, Cursor.FIRST), pageSize(query), false, 1);
    }

    @Override
    public void close() {
        client.close();
    }

    private ApiRequest request(CallQuery query, Cursor cursor) {
        HttpUrl.Builder url = list.newBuilder().addQueryParameter("limit", Integer.toString(pageSize(query)));
        filters(query).parameters().forEach((name, values) -> values.forEach(v -> url.addQueryParameter(name, v)));
        if (!cursor.isFirst()) {
            url.addQueryParameter("after", cursor.text());
        }
        return ApiRequest.get(url.build(), "/calls").goingOn(!cursor.isFirst());
    }

    private Filters filters(CallQuery query) {
        List<String> dir = query.direction().filter(any -> any != CallDirection.UNKNOWN).stream()
                .map(direction -> direction == CallDirection.INBOUND ? "in" : "out")
                .toList();
        return new Filters(PROVIDER, query, options)
                .send(QueryFilter.DIRECTION, "dir", dir)
                .refuse(QueryFilter.TAGS, "Acme has no tags");
    }

    private static int pageSize(CallQuery query) {
        return Math.min(query.pageSize().orElse(LARGEST_PAGE), LARGEST_PAGE);
    }

    private static Optional<CallBuilder> call(AcmeCall acme) {
        if (acme.id() == null) {
            return Optional.empty();
        }
        CallBuilder call = Call.builder();
        return Optional.of(call.provider(PROVIDER)
                .id(acme.id())
                .direction("in".equals(acme.dir()) ? CallDirection.INBOUND : CallDirection.OUTBOUND)
                .status("done".equals(acme.state()) ? CallStatus.COMPLETED : CallStatus.UNKNOWN)
                .providerStatus(Optional.ofNullable(acme.state()))
                .from(Optional.ofNullable(acme.caller()).map(CallParty::of))
                .to(Optional.ofNullable(acme.callee()).map(CallParty::of))
                .createdAt(Optional.ofNullable(acme.created()))
                .duration(Durations.seconds(acme.seconds(), "seconds", call)));
    }
}
