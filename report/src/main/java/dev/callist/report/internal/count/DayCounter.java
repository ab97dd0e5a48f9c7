package dev.callist.report.internal.count;

import dev.callist.CallStatus;
import dev.callist.report.DayFigures;
import java.util.EnumMap;
import java.util.Map;

/** Counts the calls of a local day. */
final class DayCounter {
    private final FiguresCounter figures = new FiguresCounter();
    private final Map<CallStatus, Long> statuses = new EnumMap<>(CallStatus.class);

    void countStatus(CallStatus status) {
        statuses.merge(status, 1L, Long::sum);
    }

    FiguresCounter figures() {
        return figures;
    }

    DayFigures day() {
        return new DayFigures(figures.figures(), statuses);
    }
}
