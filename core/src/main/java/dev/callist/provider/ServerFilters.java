package dev.callist.provider;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ProviderFilters;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.internal.text.Masking;
import dev.callist.internal.text.PhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
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
 * Decides which filters of a query the server applies, for both the request and the plan. Create one for each query,
 * add the API's filters in the order of its documentation, then use {@link #parameters()} for the request and {@link
 * #plan} for {@link dev.callist.CallLister#plan}. A filter that is not added or not sent is applied by the walk alone;
 * the walk checks those that are sent again.
 *
 * <p>The parameters of the query's {@link ProviderFilters} are sent unchanged, and the walk then applies a neutral
 * filter of the same parameter. Not thread-safe.
 */
public final class ServerFilters {
    private static final Pattern COMPARED_AS_IT_IS = Pattern.compile("\\+[1-9][0-9]{1,14}|sips?:[!-~]+");
    private static final int LAST_YEAR = 9999;
    private static final Set<String> ADDRESSES = Set.of("from", "to");
    private static final Set<QueryFilter> MEASURES = EnumSet.of(
            QueryFilter.CREATED_FROM, QueryFilter.CREATED_BEFORE, QueryFilter.MIN_DURATION, QueryFilter.MAX_DURATION);

    private final String provider;
    private final CallQuery query;
    private final ClientOptions options;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Set<String> measures = new HashSet<>();
    private final Set<QueryFilter> pushed = EnumSet.noneOf(QueryFilter.class);
    private final Set<QueryFilter> supported = EnumSet.noneOf(QueryFilter.class);
    private final List<String> assumptions = new ArrayList<>();

    /**
     * Starts with the query's {@link ProviderFilters}.
     *
     * @param provider the lister's name
     * @param options the options in force; {@link ClientOptions#trustServerFilters()} decides about {@link #assume}
     * @throws CallListException UNSUPPORTED_FILTER when the query holds filters of another provider; INVALID_CONFIG
     *     when it holds several sets for this one
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
            ConfigChecks.require(
                    provider, parameters.isEmpty(), "the query has several sets of provider filters; give only one");
            parameters.putAll(own.parameters());
        }
    }

    /**
     * Sends a filter whose meaning the provider documents.
     *
     * @param filter the neutral filter; nothing is sent unless the query has it
     * @param name the parameter's name
     * @param values the parameter's values; when empty, the walk applies the filter
     */
    public ServerFilters send(QueryFilter filter, String name, List<String> values) {
        if (!parameters.containsKey(name)) {
            supported.add(filter);
        }
        if (query.filters().contains(filter) && !values.isEmpty() && parameters.putIfAbsent(name, values) == null) {
            pushed.add(filter);
            if (MEASURES.contains(filter)) {
                measures.add(name);
            }
        }
        return this;
    }

    /**
     * Sends a filter whose meaning is inferred, unless {@link ClientOptions#trustServerFilters()} is off.
     *
     * @param filter the neutral filter; nothing is sent unless the query has it
     * @param name the parameter's name
     * @param values the parameter's values; when empty, the walk applies the filter
     * @param assumption what is inferred, as one sentence for {@link QueryPlan#assumptions()}
     */
    public ServerFilters assume(QueryFilter filter, String name, List<String> values, String assumption) {
        if (options.trustServerFilters()) {
            send(filter, name, values);
            if (pushed.contains(filter) && !assumptions.contains(assumption)) {
                assumptions.add(assumption);
            }
        }
        return this;
    }

    /**
     * The address as a list of one if a server can compare it as text: an E.164 number with {@code +}, or an ASCII SIP
     * address without a phone number. Otherwise empty.
     */
    public static List<String> comparable(Optional<String> address) {
        return address
                .filter(COMPARED_AS_IT_IS.asMatchPredicate())
                .filter(text ->
                        text.startsWith("+") || PhoneNumbers.comparable(text).isEmpty())
                .stream()
                .toList();
    }

    /**
     * The date in UTC of an instant plus some days, for a server that filters by whole days. Allow a day for the
     * server's offset from UTC, and another one if the server may exclude the named date.
     *
     * @param at the instant; one before 1970 counts as 1970
     * @param days the days to add; negative for an earlier date
     * @return one day, such as {@code 2026-03-01}; empty without an instant, or after the year 9999
     */
    public static List<String> day(Optional<Instant> at, int days) {
        return at
                .map(instant -> LocalDate.ofInstant(InstantFormat.clamped(instant), ZoneOffset.UTC)
                        .plusDays(days))
                .filter(day -> day.getYear() <= LAST_YEAR)
                .stream()
                .map(LocalDate::toString)
                .toList();
    }

    /** The day that a parameter names; absent if it is not sent. */
    public Optional<LocalDate> requestedDay(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().map(LocalDate::parse);
    }

    /**
     * Refuses a filter on data that the provider's records lack, so that the walk could not apply it either.
     *
     * @param reason why, in fixed words without data
     * @throws CallListException UNSUPPORTED_FILTER when the query has the filter
     */
    public ServerFilters refuse(QueryFilter filter, String reason) {
        if (query.filters().contains(filter)) {
            throw CallListException.of(Kind.UNSUPPORTED_FILTER, provider)
                    .detail(reason)
                    .build()
                    .asException();
        }
        return this;
    }

    /** Whether the server would apply all of these filters if the query had them. */
    public boolean canServe(QueryFilter... filters) {
        return supported.containsAll(List.of(filters));
    }

    /** The parameters to send, each with at least one value, in order. */
    public Map<String, List<String>> parameters() {
        return parameters;
    }

    /** Adds all parameters to the query of a URL, a parameter with several values once for each. */
    public HttpUrl.Builder addTo(HttpUrl.Builder url) {
        parameters.forEach((name, values) -> values.forEach(value -> url.addQueryParameter(name, value)));
        return url;
    }

    /**
     * The plan for this query.
     *
     * @param identity the base URL and ids of the list and the name of its account, never the credential
     * @param first the request for the first page; it is shown with addresses masked
     * @param pageSize rows per request, at least 1
     * @param concurrency how many requests can run at once for this query, from 1
     */
    public QueryPlan plan(String identity, ApiRequest first, int pageSize, int concurrency) {
        Set<QueryFilter> residual = EnumSet.noneOf(QueryFilter.class);
        residual.addAll(query.filters());
        residual.removeAll(pushed);
        return QueryPlan.builder()
                .provider(provider)
                .identity(identity)
                .request(shown(first))
                .pushedFilters(pushed)
                .residualFilters(residual)
                .supportedFilters(supported)
                .assumptions(assumptions)
                .pageSize(pageSize)
                .concurrency(concurrency)
                .build();
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

    /** Times and durations of the query are shown; everything else may be a phone number. */
    private String shown(String name, List<String> values) {
        if (measures.contains(name)) {
            return name + "=" + String.join(",", values);
        }
        boolean areAddresses = ADDRESSES.contains(name.toLowerCase(Locale.ROOT));
        return name + "="
                + values.stream()
                        .map(value -> areAddresses ? Masking.address(value) : Masking.value(value))
                        .collect(Collectors.joining(","));
    }
}
