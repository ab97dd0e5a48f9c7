package dev.callist.cli.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Formats how fast a list is read and how much time is left, for people. */
public final class RateText {
    private static final int BAR_WIDTH = 24;
    private static final double MIN_SHARE = 0.02;
    private static final Duration MIN_TIME = Duration.ofSeconds(2);

    private RateText() {}

    /** Formats a share from 0 to 1 as a bar, which counts can follow. */
    public static String bar(double share) {
        int filled = (int) Math.round(share * BAR_WIDTH);
        return String.format(
                Locale.ROOT, "[%s%s] %3.0f %%  ", "#".repeat(filled), "-".repeat(BAR_WIDTH - filled), share * 100);
    }

    /** Formats calls a second; empty before there is something to measure. */
    public static Optional<String> rate(long calls, Duration elapsed) {
        if (calls == 0 || elapsed.compareTo(MIN_TIME) < 0) {
            return Optional.empty();
        }
        double rate = calls * 1000.0 / elapsed.toMillis();
        return Optional.of((rate < 10 ? String.format(Locale.ROOT, "%.1f", rate) : CountText.grouped(Math.round(rate)))
                + " calls/s");
    }

    /** Estimates the remaining time; empty before there is something to measure, and at the end. */
    public static Optional<String> timeLeft(double share, Duration elapsed) {
        if (share < MIN_SHARE || share >= 1 || elapsed.compareTo(MIN_TIME) < 0) {
            return Optional.empty();
        }
        Duration left = Duration.ofMillis((long) (elapsed.toMillis() * (1 - share) / share));
        return Optional.of("about " + roundly(left) + " left");
    }

    /** Formats a duration in its two largest units: {@code 40 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String roundly(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h" + part(time.toMinutesPart(), "min");
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min" + part(time.toSecondsPart(), "s");
        }
        return time.toSeconds() + " s";
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : " " + number + " " + unit;
    }
}
