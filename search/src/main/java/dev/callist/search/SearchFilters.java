package dev.callist.search;

import dev.callist.ProviderFilters;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The API's own 17 filters, sent unchanged: a single value by itself, several as a list. Where a neutral filter of the
 * query means the same, this one is sent, and the walk applies the neutral one. Immutable and thread-safe.
 *
 * @see <a href="https://docs.whippy.ai/reference/searchcalls">Search Calls</a>
 */
@Value.Immutable
@ValueStyle
public abstract class SearchFilters implements ProviderFilters {
    /** A {@link #directions() direction}: towards the organization. */
    public static final String DIRECTION_INBOUND = "INBOUND";
    /** A {@link #directions() direction}: from the organization. */
    public static final String DIRECTION_OUTBOUND = "OUTBOUND";
    /** A {@link #deliveryStatuses() delivery status}: the call was completed. */
    public static final String DELIVERY_STATUS_CALL_COMPLETED = "call_completed";

    /** The names of all filters, in the order of the documentation. */
    static final List<String> NAMES = List.of(
            "after",
            "agent_id",
            "agent_version_id",
            "before",
            "call_completion_rating",
            "channel_id",
            "contact_id",
            "conversation_id",
            "delivery_status",
            "direction",
            "from",
            "language",
            "max_duration",
            "min_duration",
            "mode",
            "to",
            "voicemail");

    SearchFilters() {}

    /** Filters from text. */
    static SearchFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(SearchCalls.PROVIDER, NAMES, parameters);
        SearchFiltersBuilder filters = builder()
                .after(read.instant("after"))
                .agentIds(read.texts("agent_id"))
                .agentVersionIds(read.texts("agent_version_id"))
                .before(read.instant("before"))
                .callCompletionRatings(read.texts("call_completion_rating"))
                .channelIds(read.texts("channel_id"))
                .contactIds(read.texts("contact_id"))
                .conversationIds(read.texts("conversation_id"))
                .deliveryStatuses(read.texts("delivery_status"))
                .directions(read.texts("direction"))
                .from(read.texts("from"))
                .languages(read.texts("language"))
                .modes(read.texts("mode"))
                .to(read.texts("to"))
                .voicemail(read.flag("voicemail"));
        read.number("max_duration").ifPresent(filters::maxDurationMillis);
        read.number("min_duration").ifPresent(filters::minDurationMillis);
        return filters.build();
    }

    /** Throws INVALID_CONFIG if a value is outside the documented bounds. */
    @Value.Check
    final void check() {
        ConfigChecks.notNegative(
                SearchCalls.PROVIDER, "max_duration", maxDurationMillis().orElse(0));
        ConfigChecks.notNegative(
                SearchCalls.PROVIDER, "min_duration", minDurationMillis().orElse(0));
    }

    /** Starts building filters; none is set. */
    public static SearchFiltersBuilder builder() {
        return new SearchFiltersBuilder();
    }

    /** {@code after}: created after this, in milliseconds. */
    public abstract Optional<Instant> after();

    /** {@code agent_id}: any of these agents, UUIDs. */
    public abstract List<String> agentIds();

    /** {@code agent_version_id}: any of these versions of agents, UUIDs. */
    public abstract List<String> agentVersionIds();

    /** {@code before}: created before this, in milliseconds. */
    public abstract Optional<Instant> before();

    /** {@code call_completion_rating}: any of the API's words. */
    public abstract List<String> callCompletionRatings();

    /** {@code channel_id}: any of these channels, UUIDs. */
    public abstract List<String> channelIds();

    /** {@code contact_id}: from or to any of these contacts, UUIDs. */
    public abstract List<String> contactIds();

    /** {@code conversation_id}: any of these conversations, UUIDs. */
    public abstract List<String> conversationIds();

    /** {@code delivery_status}: any of the API's words. */
    public abstract List<String> deliveryStatuses();

    /** {@code direction}: any of the API's words. */
    public abstract List<String> directions();

    /** {@code from}: any of these callers. */
    public abstract List<String> from();

    /** {@code language}: any of these language codes. */
    public abstract List<String> languages();

    /** {@code max_duration}: milliseconds, 0 or more. */
    public abstract OptionalLong maxDurationMillis();

    /** {@code min_duration}: milliseconds, 0 or more. */
    public abstract OptionalLong minDurationMillis();

    /** {@code mode}: any of the API's words. */
    public abstract List<String> modes();

    /** {@code to}: any of these callees. */
    public abstract List<String> to();

    /** {@code voicemail}: whether the call is a voicemail. */
    public abstract Optional<Boolean> voicemail();

    @Override
    public final String provider() {
        return SearchCalls.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("after", text(after().map(InstantFormat::isoMillis)));
        parameters.put("agent_id", agentIds());
        parameters.put("agent_version_id", agentVersionIds());
        parameters.put("before", text(before().map(InstantFormat::isoMillis)));
        parameters.put("call_completion_rating", callCompletionRatings());
        parameters.put("channel_id", channelIds());
        parameters.put("contact_id", contactIds());
        parameters.put("conversation_id", conversationIds());
        parameters.put("delivery_status", deliveryStatuses());
        parameters.put("direction", directions());
        parameters.put("from", from());
        parameters.put("language", languages());
        parameters.put("max_duration", text(maxDurationMillis()));
        parameters.put("min_duration", text(minDurationMillis()));
        parameters.put("mode", modes());
        parameters.put("to", to());
        parameters.put("voicemail", text(voicemail()));
        parameters.values().removeIf(List::isEmpty);
        return parameters;
    }

    private static List<String> text(Optional<?> value) {
        return value.map(String::valueOf).stream().toList();
    }

    private static List<String> text(OptionalLong millis) {
        return millis.stream().mapToObj(Long::toString).toList();
    }

    /** The names of the filters that are set; no values. */
    @Override
    public final String toString() {
        return "SearchFilters" + parameters().keySet();
    }
}
