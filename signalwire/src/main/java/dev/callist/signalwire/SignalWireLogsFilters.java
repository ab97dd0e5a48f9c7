package dev.callist.signalwire;

import dev.callist.ProviderFilters;
import dev.callist.provider.ParameterReader;
import dev.callist.provider.ValueStyle;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The voice log's own query parameters, sent unchanged: all documented ones except {@code page_number}, {@code
 * page_size} and {@code page_token}, which the walk sets. Where a neutral filter of the query means the same parameter,
 * this one is sent, and the walk applies the neutral one. Immutable and thread-safe.
 *
 * <p>SignalWire does not say in which zone its days are, or whether {@code created_before} and {@code created_after}
 * include the day that they name.
 */
@Value.Immutable
@ValueStyle
public abstract class SignalWireLogsFilters implements ProviderFilters {
    static final String INCLUDE_DELETED = "include_deleted";
    static final String CREATED_BEFORE = "created_before";
    static final String CREATED_ON = "created_on";
    static final String CREATED_AFTER = "created_after";

    /** The names of all parameters, in the order of the documentation. */
    static final List<String> NAMES = List.of(INCLUDE_DELETED, CREATED_BEFORE, CREATED_ON, CREATED_AFTER);

    SignalWireLogsFilters() {}

    /** Filters from text. */
    static SignalWireLogsFilters of(Map<String, List<String>> parameters) {
        ParameterReader read = new ParameterReader(SignalWireLogs.PROVIDER, NAMES, parameters);
        return builder()
                .includeDeleted(read.flag(INCLUDE_DELETED))
                .createdBefore(read.day(CREATED_BEFORE))
                .createdOn(read.day(CREATED_ON))
                .createdAfter(read.day(CREATED_AFTER))
                .build();
    }

    /** Starts building filters; none is set. */
    public static SignalWireLogsFiltersBuilder builder() {
        return new SignalWireLogsFiltersBuilder();
    }

    /**
     * {@code include_deleted}: whether deleted entries are listed too, see {@link SignalWireLogEntry#isDeleted()};
     * SignalWire leaves them out by default.
     */
    public abstract Optional<Boolean> includeDeleted();

    /** {@code created_before}: entries made before this day. */
    public abstract Optional<LocalDate> createdBefore();

    /** {@code created_on}: entries made on this day. */
    public abstract Optional<LocalDate> createdOn();

    /** {@code created_after}: entries made after this day, or after it has begun. */
    public abstract Optional<LocalDate> createdAfter();

    @Override
    public final String provider() {
        return SignalWireLogs.PROVIDER;
    }

    @Override
    public final Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, INCLUDE_DELETED, includeDeleted());
        put(parameters, CREATED_BEFORE, createdBefore());
        put(parameters, CREATED_ON, createdOn());
        put(parameters, CREATED_AFTER, createdAfter());
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, Optional<?> value) {
        value.ifPresent(set -> parameters.put(name, List.of(set.toString())));
    }

    /** The names of the parameters that are set; no values. */
    @Override
    public final String toString() {
        return "SignalWireLogsFilters" + parameters().keySet();
    }
}
