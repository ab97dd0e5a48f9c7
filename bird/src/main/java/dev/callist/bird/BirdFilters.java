package dev.callist.bird;

import dev.callist.ProviderFilters;
import dev.callist.provider.ConfigChecks;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Bird's own query parameters, sent unchanged: all documented ones except {@code limit} and {@code pageToken}, which
 * the walk sets. Where a neutral filter of the query means the same parameter, this one is sent, and the walk applies
 * the neutral one. Immutable and thread-safe.
 *
 * @see <a href="https://docs.bird.com/api/voice-api/voice-calls-api/list-calls-from-a-channel">List calls from a
 *     channel</a>
 */
@Value.Immutable
@ValueStyle
public abstract class BirdFilters implements ProviderFilters {
    /** A {@link #type()}: the telephone network. */
    public static final String TYPE_PSTN = "pstn";
    /** A {@link #type()}: a SIP trunk. */
    public static final String TYPE_SIP = "sip";
    /** A {@link #type()}: a browser or an app. */
    public static final String TYPE_WEBRTC = "webrtc";
    /** A {@link #direction()}: into Bird. */
    public static final String DIRECTION_INCOMING = "incoming";
    /** A {@link #direction()}: out of Bird. */
    public static final String DIRECTION_OUTGOING = "outgoing";
    /** A {@link #status()}: accepted, not started. */
    public static final String STATUS_ACCEPTED = "accepted";
    /** A {@link #status()}: being set up. */
    public static final String STATUS_STARTING = "starting";
    /** A {@link #status()}: ringing. */
    public static final String STATUS_RINGING = "ringing";
    /** A {@link #status()}: in progress. */
    public static final String STATUS_ONGOING = "ongoing";
    /** A {@link #status()}: answered and ended. */
    public static final String STATUS_COMPLETED = "completed";
    /** A {@link #status()}: not answered. */
    public static final String STATUS_NO_ANSWER = "no-answer";
    /** A {@link #status()}: the callee was busy. */
    public static final String STATUS_BUSY = "busy";
    /** A {@link #status()}: could not be connected. */
    public static final String STATUS_FAILED = "failed";
    /** A {@link #status()}: canceled before it was answered. */
    public static final String STATUS_CANCELLED = "cancelled";
    /** A {@link #status()}: planned for later. */
    public static final String STATUS_SCHEDULED = "scheduled";

    /** The names of all parameters, in the order of the documentation. */
    static final List<String> NAMES = List.of(
            "startAt", "endAt", "status", "type", "to", "from", "duration", "direction", "id", "tag", "channelId");

    private static final int LONGEST_PARTY = 100;

    BirdFilters() {}

    /** Filters from text. */
    static BirdFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(BirdCalls.PROVIDER, NAMES, parameters);
        BirdFiltersBuilder filters = builder()
                .startAt(read.instant("startAt"))
                .endAt(read.instant("endAt"))
                .status(read.text("status"))
                .type(read.text("type"))
                .direction(read.text("direction"))
                .to(read.text("to"))
                .from(read.text("from"))
                .id(read.text("id"))
                .tags(read.texts("tag"))
                .channelIds(read.texts("channelId"));
        read.integer("duration").ifPresent(filters::duration);
        return filters.build();
    }

    /** Throws INVALID_CONFIG if a value is outside the documented bounds. */
    @Value.Check
    final void check() {
        ConfigChecks.length(BirdCalls.PROVIDER, "to", to(), LONGEST_PARTY);
        ConfigChecks.length(BirdCalls.PROVIDER, "from", from(), LONGEST_PARTY);
        ConfigChecks.notNegative(BirdCalls.PROVIDER, "duration", duration().orElse(0));
    }

    /** Starts building filters; none is set. */
    public static BirdFiltersBuilder builder() {
        return new BirdFiltersBuilder();
    }

    /** {@code startAt}: the start of the window as Bird understands it, in milliseconds. */
    public abstract Optional<Instant> startAt();

    /** {@code endAt}: the end of the window as Bird understands it, in milliseconds. */
    public abstract Optional<Instant> endAt();

    /** {@code status}: one of Bird's words. */
    public abstract Optional<String> status();

    /** {@code type}: one of Bird's words. */
    public abstract Optional<String> type();

    /** {@code direction}: one of Bird's words. */
    public abstract Optional<String> direction();

    /** {@code to}: 1 to 100 characters, compared exactly with the row's own text, with or without {@code +}. */
    public abstract Optional<String> to();

    /** {@code from}: 1 to 100 characters, compared exactly with the row's own text, with or without {@code +}. */
    public abstract Optional<String> from();

    /** {@code duration}: seconds, 0 or more. */
    public abstract OptionalInt duration();

    /** {@code id}: one call. */
    public abstract Optional<String> id();

    /** {@code tag}: repeated once for each, in lower case, because Bird stores tags so. */
    public abstract List<String> tags();

    /** {@code channelId}: repeated once for each; only the workspace-wide list has it. */
    public abstract List<String> channelIds();

    @Override
    public final String provider() {
        return BirdCalls.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "startAt", startAt().map(InstantFormat::isoMillis));
        put(parameters, "endAt", endAt().map(InstantFormat::isoMillis));
        put(parameters, "status", status());
        put(parameters, "type", type());
        put(parameters, "direction", direction());
        put(parameters, "to", to());
        put(parameters, "from", from());
        duration().ifPresent(seconds -> parameters.put("duration", List.of(Integer.toString(seconds))));
        put(parameters, "id", id());
        parameters.put("tag", lowerCase(tags()));
        parameters.put("channelId", channelIds());
        parameters.values().removeIf(List::isEmpty);
        return parameters;
    }

    /** The tags as Bird stores them. */
    static List<String> lowerCase(Collection<String> tags) {
        return tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static void put(Map<String, List<String>> parameters, String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, List.of(text)));
    }

    /** The names of the parameters that are set; no values. */
    @Override
    public final String toString() {
        return "BirdFilters" + parameters().keySet();
    }
}
