package dev.callist.report;

import dev.callist.provider.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a {@link CallReport} says besides the figures. Every setting has a default. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ReportOptions {
    ReportOptions() {}

    /** Starts building options from the defaults. */
    public static ReportOptionsBuilder builder() {
        return new ReportOptionsBuilder();
    }

    /** The defaults. */
    public static ReportOptions defaults() {
        return builder().build();
    }

    /** A builder with these options. */
    public ReportOptionsBuilder toBuilder() {
        return builder().copyFrom(this);
    }

    /** The heading of the page. */
    @Value.Default
    public String title() {
        return "Call report";
    }

    /** The start of the window whose calls were counted, inclusive; absent if it has no start. */
    public abstract Optional<Instant> createdFrom();

    /** The end of the window whose calls were counted, exclusive; absent if it has no end. */
    public abstract Optional<Instant> createdBefore();

    /** When the report was made; absent if the page should not say so. */
    public abstract Optional<Instant> madeAt();

    /** Where the calls come from, one line each; without secrets. */
    public abstract List<String> sources();

    /** A warning above the figures, such as that the calls are made up. */
    public abstract Optional<String> notice();

    /** Whether the page shows the addresses of the busiest parties in full; false by default. */
    @Value.Default
    public boolean showsNumbers() {
        return false;
    }
}
