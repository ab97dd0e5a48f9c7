package dev.callist.report.internal.page;

import dev.callist.report.DayFigures;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The days of a report, put together so that a chart can show them: days up to two years, months up to 50 years, else
 * years. Periods without calls between others are added, except years.
 *
 * @param unit what a period is
 * @param periods by the first day of each
 */
record PeriodSeries(Unit unit, SortedMap<LocalDate, DayFigures> periods) {
    private static final int MAX_DAYS = 731;
    private static final int MAX_MONTHS = 600;

    /** What a period is. */
    enum Unit {
        DAY("day"),
        MONTH("month"),
        YEAR("year");

        private final String noun;

        Unit(String noun) {
            this.noun = noun;
        }

        String noun() {
            return noun;
        }

        private LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }

        /** The period that starts on this day. */
        String text(LocalDate start) {
            return switch (this) {
                case DAY -> start.toString();
                case MONTH -> start.toString().substring(0, start.toString().length() - "-01".length());
                case YEAR -> String.valueOf(start.getYear());
            };
        }
    }

    /** The finest periods that a chart can show. */
    static PeriodSeries finest(SortedMap<LocalDate, DayFigures> days) {
        return of(days, unit(days, MAX_DAYS));
    }

    /** The months, or the years if there are too many months. */
    static PeriodSeries monthly(SortedMap<LocalDate, DayFigures> days) {
        return of(days, unit(days, 0));
    }

    private static Unit unit(SortedMap<LocalDate, DayFigures> days, int mostDays) {
        if (days.isEmpty()) {
            return Unit.MONTH;
        }
        if (ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) < mostDays) {
            return Unit.DAY;
        }
        boolean areFewMonths = ChronoUnit.MONTHS.between(days.firstKey(), days.lastKey()) < MAX_MONTHS;
        return areFewMonths ? Unit.MONTH : Unit.YEAR;
    }

    private static PeriodSeries of(SortedMap<LocalDate, DayFigures> days, Unit unit) {
        TreeMap<LocalDate, DayFigures> periods = new TreeMap<>();
        for (Map.Entry<LocalDate, DayFigures> day : days.entrySet()) {
            periods.merge(unit.start(day.getKey()), day.getValue(), DayFigures::plus);
        }
        if (unit != Unit.YEAR && !periods.isEmpty()) {
            LocalDate last = periods.lastKey();
            for (LocalDate start = periods.firstKey(); start.isBefore(last); start = unit.next(start)) {
                periods.putIfAbsent(start, DayFigures.NONE);
            }
        }
        return new PeriodSeries(unit, periods);
    }
}
