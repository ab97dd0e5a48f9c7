package dev.callist.cli.text;

import dev.callist.sync.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Formats ranges of creation times for people. */
public final class RangeText {
    private RangeText() {}

    /** Formats a range as a text to append to what was read; empty if it has neither start nor end. */
    public static String appended(TimeRange range) {
        return range.equals(TimeRange.ALL) ? "" : ", created " + of(range);
    }

    /** Formats ranges as a list. */
    public static String of(List<TimeRange> ranges) {
        return ranges.stream().map(RangeText::of).collect(Collectors.joining(", "));
    }

    private static String of(TimeRange range) {
        Optional<Instant> from = range.from();
        Optional<Instant> before = range.before();
        if (from.isPresent() && before.isPresent()) {
            return "from " + from.get() + " to before " + before.get();
        }
        return from.map(start -> "from " + start + " on")
                .or(() -> before.map(end -> "before " + end))
                .orElse("at any time");
    }
}
