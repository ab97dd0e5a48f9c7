package dev.callist.report.internal.page;

import dev.callist.report.DurationDistribution.Band;
import java.time.Duration;

/** Formats a range of durations: {@code 10–30 s}, {@code 2–5 min}, {@code 1 h or more}. */
final class BandText {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private BandText() {}

    static String of(Band band) {
        if (band.before().isEmpty()) {
            return withUnit(band.from()) + " or more";
        }
        Duration before = band.before().get();
        if (band.from().isZero()) {
            return "under " + withUnit(before);
        }
        String from = unit(band.from()).equals(unit(before)) ? number(band.from()) : withUnit(band.from());
        return from + "–" + withUnit(before);
    }

    /** The shortest duration of a range. */
    static String start(Band band) {
        return band.from().isZero() ? "0" : withUnit(band.from());
    }

    private static String withUnit(Duration time) {
        return number(time) + " " + unit(time);
    }

    private static String number(Duration time) {
        return String.valueOf(time.toSeconds() / divisor(time));
    }

    private static String unit(Duration time) {
        return switch (divisor(time)) {
            case HOUR -> "h";
            case MINUTE -> "min";
            default -> "s";
        };
    }

    private static int divisor(Duration time) {
        if (time.toSeconds() % HOUR == 0) {
            return HOUR;
        }
        return time.toSeconds() % MINUTE == 0 ? MINUTE : 1;
    }
}
