package dev.callist.plivodialer;

import dev.callist.ProviderFilters;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * The dialer's own query parameters, sent unchanged: all documented ones except {@code page} and {@code limit}, which
 * the walk sets. Where a neutral filter of the query means the same parameter, this one is sent, and the walk applies
 * the neutral one. Immutable and thread-safe.
 */
@Value.Immutable
@ValueStyle
public abstract class PlivoDialerFilters implements ProviderFilters {
    /** A {@link #callType()}: every inbound call. */
    public static final String ALL_INBOUND = "all_inbound";
    /** A {@link #callType()}: inbound and answered. */
    public static final String INBOUND_ANSWERED = "inbound_answered";
    /** A {@link #callType()}: inbound and answered in time. */
    public static final String INBOUND_ANSWERED_WITHIN_SLA = "inbound_answered_within_sla";
    /** A {@link #callType()}: inbound and answered too late. */
    public static final String INBOUND_ANSWERED_BUT_NOT_WITHIN_SLA = "inbound_answered_but_not_within_sla";
    /** A {@link #callType()}: inbound, left the voice menu. */
    public static final String INBOUND_IVR_EXIT = "inbound_ivr_exit";
    /** A {@link #callType()}: the caller gave up waiting. */
    public static final String ABANDONED = "abandoned";
    /** A {@link #callType()}: the caller asked to be called back. */
    public static final String CALLBACK = "callback";
    /** A {@link #callType()}: passed on because a queue was full. */
    public static final String OVERFLOWED = "overflowed";
    /** A {@link #callType()}: every outbound call. */
    public static final String ALL_OUTBOUND = "all_outbound";
    /** A {@link #callType()}: outbound and answered. */
    public static final String OUTBOUND_ANSWERED = "outbound_answered";
    /** A {@link #callType()}: outbound and not answered. */
    public static final String OUTBOUND_NOT_ANSWERED = "outbound_not_answered";
    /** A {@link #callType()}: transferred. */
    public static final String TRANSFER = "transfer";
    /** A {@link #callType()}: transferred after talking to the next agent. */
    public static final String WARM_TRANSFER = "warm_transfer";
    /** A {@link #callType()}: arrived outside business hours. */
    public static final String OUT_OF_BUSINESS_HOURS = "out_of_business_hours";
    /** A {@link #callType()}: given up after a short wait. */
    public static final String SHORT_ABANDONED = "short_abandoned";
    /** A {@link #callType()}: called back by the system. */
    public static final String AUTOMATED_CALLBACK = "automated_callback";
    /** A {@link #callType()}: given up after a short wait, having been offered to an agent. */
    public static final String SHORT_ABANDONED_DISTRIBUTED = "short_abandoned_distributed";
    /** A {@link #callType()}: given up, having been offered to an agent. */
    public static final String ABANDONED_DISTRIBUTED = "abandoned_distributed";

    /** The names of all parameters, in the order of the documentation. */
    static final List<String> NAMES = List.of(
            "dateFrom",
            "dateTo",
            "numberIds",
            "ringGroupId",
            "ivrId",
            "listId",
            "agentId",
            "callType",
            "dispositionIds",
            "surveyIds");

    PlivoDialerFilters() {}

    /** Filters from text. */
    static PlivoDialerFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(PlivoDialerCalls.PROVIDER, NAMES, parameters);
        PlivoDialerFiltersBuilder filters = builder()
                .dateFrom(read.day("dateFrom"))
                .dateTo(read.day("dateTo"))
                .numberIds(read.numbers("numberIds"))
                .callType(read.text("callType"))
                .dispositionIds(read.numbers("dispositionIds"))
                .surveyIds(read.numbers("surveyIds"));
        read.number("ringGroupId").ifPresent(filters::ringGroupId);
        read.number("ivrId").ifPresent(filters::ivrId);
        read.number("listId").ifPresent(filters::listId);
        read.number("agentId").ifPresent(filters::agentId);
        return filters.build();
    }

    /** Starts building filters; none is set. */
    public static PlivoDialerFiltersBuilder builder() {
        return new PlivoDialerFiltersBuilder();
    }

    /** {@code dateFrom}: the first day, in the account's own zone. */
    public abstract Optional<LocalDate> dateFrom();

    /** {@code dateTo}: the last day, in the account's own zone. */
    public abstract Optional<LocalDate> dateTo();

    /** {@code numberIds}: any of these contact numbers. */
    public abstract List<Long> numberIds();

    /** {@code ringGroupId}. */
    public abstract OptionalLong ringGroupId();

    /** {@code ivrId}: a voice menu. */
    public abstract OptionalLong ivrId();

    /** {@code listId}: a list of contacts. */
    public abstract OptionalLong listId();

    /** {@code agentId}. */
    public abstract OptionalLong agentId();

    /** {@code callType}: one of the dialer's words. */
    public abstract Optional<String> callType();

    /** {@code dispositionIds}: any of these. */
    public abstract List<Long> dispositionIds();

    /** {@code surveyIds}: any of these. */
    public abstract List<Long> surveyIds();

    @Override
    public final String provider() {
        return PlivoDialerCalls.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("dateFrom", text(dateFrom()));
        parameters.put("dateTo", text(dateTo()));
        parameters.put("numberIds", joined(numberIds()));
        parameters.put("ringGroupId", text(ringGroupId()));
        parameters.put("ivrId", text(ivrId()));
        parameters.put("listId", text(listId()));
        parameters.put("agentId", text(agentId()));
        parameters.put("callType", text(callType()));
        parameters.put("dispositionIds", joined(dispositionIds()));
        parameters.put("surveyIds", joined(surveyIds()));
        parameters.values().removeIf(List::isEmpty);
        return parameters;
    }

    private static List<String> text(Optional<?> value) {
        return value.map(String::valueOf).stream().toList();
    }

    private static List<String> text(OptionalLong id) {
        return id.stream().mapToObj(Long::toString).toList();
    }

    private static List<String> joined(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** The names of the parameters that are set; no values. */
    @Override
    public final String toString() {
        return "PlivoDialerFilters" + parameters().keySet();
    }
}
