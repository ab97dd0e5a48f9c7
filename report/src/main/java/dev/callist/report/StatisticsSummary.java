package dev.callist.report;

import java.time.ZoneId;

/**
 * What a {@link CallStatistics} has counted. Immutable.
 *
 * @param zone whose days and hours were counted
 * @param total the figures of all calls
 * @param by the figures of groups of calls
 * @param durations how long calls lasted
 * @param busiest the parties with the most calls
 * @param quality how far the figures can be trusted
 */
public record StatisticsSummary(
        ZoneId zone,
        CallFigures total,
        CallBreakdown by,
        DurationDistribution durations,
        BusiestParties busiest,
        DataQuality quality) {}
