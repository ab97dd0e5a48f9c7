package dev.callist.report.internal.page;

import dev.callist.CallStatus;
import dev.callist.report.DayFigures;

/** The statuses that a chart shows in one colour, from the bottom of a bar to its top. */
enum StatusGroup {
    ANSWERED("Answered"),
    NO_ANSWER("No answer"),
    BUSY("Busy"),
    CANCELED("Canceled"),
    FAILED("Failed"),
    OPEN("Open or unknown");

    private final String label;

    StatusGroup(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    long count(DayFigures day) {
        return day.statuses().entrySet().stream()
                .filter(status -> of(status.getKey()) == this)
                .mapToLong(status -> status.getValue())
                .sum();
    }

    private static StatusGroup of(CallStatus status) {
        return switch (status) {
            case COMPLETED, IN_PROGRESS -> ANSWERED;
            case NO_ANSWER -> NO_ANSWER;
            case BUSY -> BUSY;
            case CANCELED -> CANCELED;
            case FAILED -> FAILED;
            case SCHEDULED, QUEUED, RINGING, UNKNOWN -> OPEN;
        };
    }
}
