package dev.callist.report;

import dev.callist.ListingReport.Completeness;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the figures can be trusted. Immutable.
 *
 * @param completeness whether calls may be missing; UNKNOWN if no source said so, see {@link
 *     CallStatistics#addListing} and {@link CallStatistics#addSource}
 * @param reasons why calls may be missing, one phrase each
 * @param rejectedRows rows of the lists that are not calls
 * @param unreadableFields how many fields could not be read, by the name that {@link dev.callist.Call#problems()} has
 *     for them; at most 200 names, and all others as {@code (other)}
 * @param unknownWords how many calls have a direction or a status that is not known, such as {@code status: parked}, or
 *     {@code status: none} where the provider sent no word; at most 50 words, and all others as {@code (other)}
 * @param missing calls that lack what a figure needs
 */
public record DataQuality(
        Completeness completeness,
        List<String> reasons,
        long rejectedRows,
        Map<String, Long> unreadableFields,
        Map<String, Long> unknownWords,
        MissingValues missing) {
    /** Copies the collections. */
    public DataQuality {
        reasons = List.copyOf(reasons);
        unreadableFields = Collections.unmodifiableMap(new TreeMap<>(unreadableFields));
        unknownWords = Collections.unmodifiableMap(new TreeMap<>(unknownWords));
    }

    /**
     * Calls that lack what a figure needs.
     *
     * @param time calls without a creation time, or with one outside the years 1 to 9999: they are in no day and no
     *     hour
     * @param day calls with a creation time that are in no day, because 3,660 other days were counted before
     * @param duration completed calls without a duration, or with one of more than 366 days: they are in no average and
     *     no minutes
     * @param price completed calls without a price, with a price of more than 38 digits, or in a currency after the
     *     20th: their cost is not counted
     * @param party calls without a caller or without a called party, or with a withheld one
     */
    public record MissingValues(long time, long day, long duration, long price, long party) {}
}
