package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.text.Masking;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Decides which filters of a query the server gets, for the request and for the plan alike. What a provider's own filters
 * set is sent as it is; the neutral filter behind the same parameter then stays here.
 */
public final class ServerFilters {
    private static final Pattern COMPARED_AS_IT_IS = Pattern.compile("\\+[1-9][0-9]{1,14}|sips?:[!-~]+");
    private static final Set<String> ADDRESSES = Set.of("from", "to");

    private final String provider;
    private final CallQuery query;
    private final ClientOptions options;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Set<QueryFilter> server = EnumSet.noneOf(QueryFilter.class);
    private final List<String> assumptions = new ArrayList<>();

    /**
     * The filters of a query as one provider takes them.
     *
     * @throws CallListException UNSUPPORTED_FILTER when the query holds filters of another provider
     */
    public ServerFilters(String provider, CallQuery query, ClientOptions options) {
        this.provider = provider;
        this.query = query;
        this.options = options;
        for (ProviderFilters own : query.providerFilters()) {
            if (!own.provider().equals(provider)) {
                throw CallListException.of(Kind.UNSUPPORTED_FILTER, provider)
                        .detail("the query has filters for " + own.provider() + "; this lister cannot serve them")
                        .build()
                        .asException();
            }
            ConfigChecks.require(provider, parameters.isEmpty(), "give one set of provider filters, not several");
            parameters.putAll(own.parameters());
        }
    }

    /** Sends a filter that the provider documents. */
    public ServerFilters send(QueryFilter filter, String name, List<String> values) {
        if (query.filters().contains(filter) && !values.isEmpty() && parameters.putIfAbsent(name, values) == null) {
            server.add(filter);
        }
        return this;
    }

    /** Sends a filter whose meaning is inferred, unless the options say not to trust such. */
    public ServerFilters assume(QueryFilter filter, String name, List<String> values, String assumption) {
        if (options.trustServerFilters()) {
            send(filter, name, values);
            if (server.contains(filter) && !assumptions.contains(assumption)) {
                assumptions.add(assumption);
            }
        }
        return this;
    }

    /** An address whose only form on the wire is the one asked for: E.164 with its plus, or a SIP address. */
    public static List<String> comparable(Optional<String> address) {
        return address.filter(COMPARED_AS_IT_IS.asMatchPredicate()).stream().toList();
    }

    /** Refuses a filter that the provider's records say nothing about. */
    public ServerFilters refuse(QueryFilter filter, String reason) {
        if (query.filters().contains(filter)) {
            throw CallListException.of(Kind.UNSUPPORTED_FILTER, provider)
                    .detail(reason)
                    .build()
                    .asException();
        }
        return this;
    }

    /** Whether the server applies all of these filters. */
    public boolean selects(QueryFilter... filters) {
        return server.containsAll(List.of(filters));
    }

    /** The parameters to send, in order. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    /**
     * The plan for this query.
     *
     * @param identity whose list this is: base URL and ids
     * @param first the first request
     * @param shifts whether the list's rows shift while calls arrive
     * @param concurrency how many requests can be under way at once
     */
    public QueryPlan plan(String identity, ApiRequest first, int pageSize, boolean shifts, int concurrency) {
        Set<QueryFilter> here = EnumSet.noneOf(QueryFilter.class);
        here.addAll(query.filters());
        here.removeAll(server);
        return new QueryPlan(
                provider, identity, shown(first), server, here, assumptions, pageSize, shifts, concurrency);
    }

    private String shown(ApiRequest request) {
        StringBuilder text = new StringBuilder(request.toString());
        HttpUrl url = request.url();
        for (int i = 0; i < url.querySize(); i++) {
            String name = url.queryParameterName(i);
            String value = String.valueOf(url.queryParameterValue(i));
            text.append(i == 0 ? '?' : '&').append(shown(name, List.of(value)));
        }
        if (request.json().isPresent()) {
            parameters.forEach((name, values) -> text.append(' ').append(shown(name, values)));
        }
        return text.toString();
    }

    private static String shown(String name, List<String> values) {
        boolean areAddresses = ADDRESSES.contains(name.toLowerCase(Locale.ROOT));
        return name + "="
                + values.stream()
                        .map(value -> areAddresses ? Masking.address(value) : Masking.value(value))
                        .collect(Collectors.joining(","));
    }
}
