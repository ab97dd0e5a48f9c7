package dev.callist.twilio;

import dev.callist.ProviderFilters;
import dev.callist.provider.InstantFormat;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import dev.callist.provider.paging.StartTimeSplit.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Twilio's own query parameters, sent unchanged: all documented ones except {@code Page}, {@code PageSize} and
 * {@code PageToken}, which the walk sets. If a neutral filter of the query uses the same parameter, this one is
 * sent, and the walk applies the neutral one. Instants are cut to whole seconds. Immutable and thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources">Read multiple
 *     calls</a>
 */
@Value.Immutable
@ValueStyle
public abstract class TwilioFilters implements ProviderFilters {
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
            "To",
            "From",
            "ParentCallSid",
            "Status",
            "StartTime",
            "StartTime<",
            "StartTime>",
            "EndTime",
            "EndTime<",
            "EndTime>");

    TwilioFilters() {}

    /** Filters from text. */
    static TwilioFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(TwilioCalls.PROVIDER, NAMES, parameters);
        return builder()
                .to(read.text("To"))
                .from(read.text("From"))
                .parentCallSid(read.text("ParentCallSid"))
                .status(read.text("Status"))
                .startTime(read.day("StartTime"))
                .startTimeBefore(read.instant("StartTime<"))
                .startTimeAfter(read.instant("StartTime>"))
                .endTime(read.day("EndTime"))
                .endTimeBefore(read.instant("EndTime<"))
                .endTimeAfter(read.instant("EndTime>"))
                .build();
    }

    /** Starts building filters; none is set. */
    public static TwilioFiltersBuilder builder() {
        return new TwilioFiltersBuilder();
    }

    /** {@code To}: an E.164 number with {@code +}, a SIP address, a {@code client:} or a {@code sim:} address. */
    public abstract Optional<String> to();

    /** {@code From}: an address in a form of {@link #to()}. */
    public abstract Optional<String> from();

    /** {@code ParentCallSid}: only the legs of this call. */
    public abstract Optional<String> parentCallSid();

    /** {@code Status}: one of Twilio's words. */
    public abstract Optional<String> status();

    /** {@code StartTime}: calls that started on this day in UTC; a call that never started is left out. */
    public abstract Optional<LocalDate> startTime();

    /** {@code StartTime<}: calls that started at this time or before. */
    public abstract Optional<Instant> startTimeBefore();

    /** {@code StartTime>}: calls that started at this time or after. */
    public abstract Optional<Instant> startTimeAfter();

    /** {@code EndTime}: calls that ended on this day in UTC; a live call is left out. */
    public abstract Optional<LocalDate> endTime();

    /** {@code EndTime<}: calls that ended at this time or before. */
    public abstract Optional<Instant> endTimeBefore();

    /** {@code EndTime>}: calls that ended at this time or after. */
    public abstract Optional<Instant> endTimeAfter();

    /** The range of start times by which a list can be split; empty with a single day. */
    final Range startTimes() {
        return startTime().isPresent()
                ? new Range(Optional.empty(), Optional.empty())
                : new Range(startTimeAfter(), startTimeBefore());
    }

    final TwilioFilters withStartTimes(Range range) {
        return builder()
                .copyFrom(this)
                .startTimeAfter(range.after())
                .startTimeBefore(range.before())
                .build();
    }

    @Override
    public final String provider() {
        return TwilioCalls.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "To", to());
        put(parameters, "From", from());
        put(parameters, "ParentCallSid", parentCallSid());
        put(parameters, "Status", status());
        put(parameters, "StartTime", startTime().map(LocalDate::toString));
        put(parameters, "StartTime<", startTimeBefore().map(TwilioFilters::seconds));
        put(parameters, "StartTime>", startTimeAfter().map(TwilioFilters::seconds));
        put(parameters, "EndTime", endTime().map(LocalDate::toString));
        put(parameters, "EndTime<", endTimeBefore().map(TwilioFilters::seconds));
        put(parameters, "EndTime>", endTimeAfter().map(TwilioFilters::seconds));
        return parameters;
    }

    /** The documented form: {@code 2026-03-01T10:00:00Z}. */
    private static String seconds(Instant instant) {
        return InstantFormat.clamped(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void put(Map<String, List<String>> parameters, String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, List.of(text)));
    }

    /** The names of the parameters that are set; no values. */
    @Override
    public final String toString() {
        return "TwilioFilters" + parameters().keySet();
    }
}
