package dev.callist.signalwire;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallQuery;
import dev.callist.HttpRedaction;
import dev.callist.OverlappingLister;
import dev.callist.QueryFilter;
import dev.callist.QueryPlan;
import dev.callist.provider.ApiProfile;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.PageMapper;
import dev.callist.provider.PageToken;
import dev.callist.provider.ServerFilters;
import dev.callist.provider.paging.LinkCursors;
import dev.callist.provider.paging.LinkRequests;
import dev.callist.provider.paging.ListPages;
import dev.callist.provider.paging.PagedLister;
import dev.callist.provider.paging.TokenPages;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Lists the voice log of a SignalWire project: calls of every kind, newest first. {@link SignalWireCalls} lists only
 * calls that were made with LaML, and says more about each. Thread-safe; close it when done.
 *
 * @see <a href="https://developer.signalwire.com/rest/signalwire-rest/endpoints/logs/voice-logs">Voice logs</a>
 */
public final class SignalWireLogs extends PagedLister implements OverlappingLister {
    /** The name that {@link #provider()} returns. */
    public static final String PROVIDER = "signalwire-logs";

    private static final int LARGEST_PAGE = 1000;

    /** Days may begin up to 14 hours earlier or later than in UTC, and the day that is named may be excluded. */
    private static final int MARGIN_DAYS = 2;

    private static final String NUMBER = "page_number";
    private static final String TOKEN = "page_token";
    private static final HttpRedaction REDACTION = new HttpRedaction(Set.of("Authorization"), Set.of(TOKEN));
    private static final ApiProfile PROFILE =
            new ApiProfile(PROVIDER, InstantFormat.ISO, "X-Request-Id", "", REDACTION);
    private static final String WINDOW =
            "created_after and created_before select whole days of created_at in some zone; the day itself may be excluded";

    private final SignalWireConfig config;
    private final HttpUrl list;
    private final String template;
    private final TokenPages<SignalWireLogEntry, SignalWireLogPage> pages;

    private SignalWireLogs(SignalWireConfig config) {
        super(PROFILE, config.options(), config.secret());
        this.config = config;
        this.list =
                config.httpUrl().newBuilder().addPathSegments("api/voice/logs").build();
        this.template = ConfigChecks.path(config.httpUrl()) + "/api/voice/logs";
        this.pages = new TokenPages<>(
                client(),
                new PageMapper<>(
                        new SignalWireLogMapper(config.projectId()),
                        config.options().keepRawJson()),
                SignalWireLogPage.class,
                new Requests(new LinkCursors(PROVIDER, list, "", NUMBER, TOKEN)));
    }

    /** A lister for the log of one project; sends no request. */
    public static SignalWireLogs create(SignalWireConfig config) {
        return new SignalWireLogs(config);
    }

    /** The headers and query parameters to hide when an HTTP client of your own logs the requests. */
    public static HttpRedaction redaction() {
        return REDACTION;
    }

    @Override
    protected ListPages pages() {
        return pages;
    }

    @Override
    public QueryPlan plan(CallQuery query) {
        ServerFilters filters = filters(query);
        return pages.plan(query, filters, list + " of " + config.projectId()).toBuilder()
                .firstDay(filters.requestedDay(SignalWireLogsFilters.CREATED_AFTER))
                .lastDay(filters.requestedDay(SignalWireLogsFilters.CREATED_BEFORE)
                        .map(day -> day.minusDays(1)))
                .build();
    }

    /** A LaML call as {@link SignalWireCalls} lists it, by its sid. */
    @Override
    public Optional<Call> elsewhere(Call call) {
        return call.as(SignalWireLogEntry.class)
                .flatMap(SignalWireLogEntry::sid)
                .map(sid -> Call.builder()
                        .copyFrom(call)
                        .provider(SignalWireCalls.PROVIDER)
                        .id(sid)
                        .build());
    }

    /**
     * One entry by its id.
     *
     * @throws CallListException NOT_FOUND when the log has no such entry
     */
    public Call find(String id) {
        ConfigChecks.id(PROVIDER, "id", id);
        HttpUrl url = list.newBuilder().addPathSegment(id).build();
        return pages.find(ApiRequest.get(url, template + "/{id}"), SignalWireLogEntry.class);
    }

    /** The config's text, never the token. */
    @Override
    public String toString() {
        return "SignalWireLogs[" + config + "]";
    }

    /** How pages are requested. */
    private final class Requests extends LinkRequests<SignalWireLogPage> {
        private Requests(LinkCursors cursors) {
            super(cursors, template, "page_size", LARGEST_PAGE);
        }

        @Override
        protected ServerFilters filters(CallQuery query) {
            return SignalWireLogs.this.filters(query);
        }

        @Override
        protected @Nullable PageToken link(SignalWireLogPage page) {
            return page.next();
        }

        @Override
        public Optional<SignalWireLogPage> peek(EnvelopePeek response) {
            return SignalWireLogPage.peek(response);
        }
    }

    private ServerFilters filters(CallQuery query) {
        return new ServerFilters(PROVIDER, query, config.options())
                .refuse(QueryFilter.TAGS, "entries of SignalWire's voice log have no tags")
                .assume(
                        QueryFilter.CREATED_FROM,
                        SignalWireLogsFilters.CREATED_AFTER,
                        ServerFilters.day(query.createdFrom(), -MARGIN_DAYS),
                        WINDOW)
                .assume(
                        QueryFilter.CREATED_BEFORE,
                        SignalWireLogsFilters.CREATED_BEFORE,
                        ServerFilters.day(query.createdBefore(), MARGIN_DAYS),
                        WINDOW);
    }
}
