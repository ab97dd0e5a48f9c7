package dev.callist.signalwire;

import dev.callist.ProviderFilters;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import dev.callist.provider.paging.StartTimeSplit.Range;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * SignalWire's own query parameters, sent unchanged: all documented ones except {@code Page}, {@code PageSize} and
 * {@code PageToken}, which the walk sets. Where a neutral filter of the query means the same parameter, this one is
 * sent, and the walk applies the neutral one. Instants are cut to whole seconds. Immutable and thread-safe.
 *
 * @see <a href="https://developer.signalwire.com/compatibility-api/client-sdks/methods/calls/list">List all calls</a>
 */
@Value.Immutable
@ValueStyle
public abstract class SignalWireFilters implements ProviderFilters {
    /** A {@link #status()}: accepted, not started. */
    public static final String STATUS_QUEUED = "queued";
    /** A {@link #status()}: ringing. */
    public static final String STATUS_RINGING = "ringing";
    /** A {@link #status()}: in progress. */
    public static final String STATUS_IN_PROGRESS = "in-progress";
    /** A {@link #status()}: canceled before it was answered. */
    public static final String STATUS_CANCELED = "canceled";
    /** A {@link #status()}: answered and ended. */
    public static final String STATUS_COMPLETED = "completed";
    /** A {@link #status()}: the callee was busy. */
    public static final String STATUS_BUSY = "busy";
    /** A {@link #status()}: not answered. */
    public static final String STATUS_NO_ANSWER = "no-answer";
    /** A {@link #status()}: could not be connected. */
    public static final String STATUS_FAILED = "failed";

    /** The names of all parameters, in the order of the documentation. */
    static final List<String> NAMES = List.of(
            "Status",
            "From",
            "To",
            "ParentCallSid",
            "StartTime",
            "StartTime<",
            "StartTime>",
            "EndTime",
            "EndTime<",
            "EndTime>");

    SignalWireFilters() {}

    /** Filters from text. */
    static SignalWireFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(SignalWireCalls.PROVIDER, NAMES, parameters);
        return builder()
                .status(read.text("Status"))
                .from(read.text("From"))
                .to(read.text("To"))
                .parentCallSid(read.text("ParentCallSid"))
                .startTime(read.instant("StartTime"))
                .startTimeBefore(read.instant("StartTime<"))
                .startTimeAfter(read.instant("StartTime>"))
                .endTime(read.instant("EndTime"))
                .endTimeBefore(read.instant("EndTime<"))
                .endTimeAfter(read.instant("EndTime>"))
                .build();
    }

    /** Starts building filters; none is set. */
    public static SignalWireFiltersBuilder builder() {
        return new SignalWireFiltersBuilder();
    }

    /** {@code Status}: one of SignalWire's words. */
    public abstract Optional<String> status();

    /** {@code From}: an E.164 number with {@code +}, or a SIP address. */
    public abstract Optional<String> from();

    /** {@code To}: an E.164 number with {@code +}, or a SIP address. */
    public abstract Optional<String> to();

    /** {@code ParentCallSid}: only the legs of this call. */
    public abstract Optional<String> parentCallSid();

    /** {@code StartTime}: calls that started at this time; a call that never started is left out. */
    public abstract Optional<Instant> startTime();

    /** {@code StartTime<}: calls that started at this time or before. */
    public abstract Optional<Instant> startTimeBefore();

    /** {@code StartTime>}: calls that started at this time or after. */
    public abstract Optional<Instant> startTimeAfter();

    /** {@code EndTime}: calls that ended at this time; a live call is left out. */
    public abstract Optional<Instant> endTime();

    /** {@code EndTime<}: calls that ended at this time or before. */
    public abstract Optional<Instant> endTimeBefore();

    /** {@code EndTime>}: calls that ended at this time or after. */
    public abstract Optional<Instant> endTimeAfter();

    /** The range of start times by which a list can be split; empty with a single start time. */
    final Range startTimes() {
        return startTime().isPresent()
                ? new Range(Optional.empty(), Optional.empty())
                : new Range(startTimeAfter(), startTimeBefore());
    }

    final SignalWireFilters withStartTimes(Range range) {
        return builder()
                .copyFrom(this)
                .startTimeAfter(range.after())
                .startTimeBefore(range.before())
                .build();
    }

    @Override
    public final String provider() {
        return SignalWireCalls.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "Status", status());
        put(parameters, "From", from());
        put(parameters, "To", to());
        put(parameters, "ParentCallSid", parentCallSid());
        put(parameters, "StartTime", startTime().map(InstantFormat::rfc2822));
        put(parameters, "StartTime<", startTimeBefore().map(InstantFormat::rfc2822));
        put(parameters, "StartTime>", startTimeAfter().map(InstantFormat::rfc2822));
        put(parameters, "EndTime", endTime().map(InstantFormat::rfc2822));
        put(parameters, "EndTime<", endTimeBefore().map(InstantFormat::rfc2822));
        put(parameters, "EndTime>", endTimeAfter().map(InstantFormat::rfc2822));
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, List.of(text)));
    }

    /** The names of the parameters that are set; no values. */
    @Override
    public final String toString() {
        return "SignalWireFilters" + parameters().keySet();
    }
}
