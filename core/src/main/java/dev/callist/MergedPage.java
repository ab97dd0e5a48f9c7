package dev.callist;

import dev.callist.ListingReport.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** One page of a merged list, taken by a walk of its own. */
final class MergedPage {
    private MergedPage() {}

    /** The next calls of a listing, this many at most. */
    static CallPage next(CallListing rest, int size) {
        try (CallIterator walk = rest.readAhead(0).limit(size).iterator()) {
            List<Call> calls = new ArrayList<>();
            walk.forEachRemaining(calls::add);
            ListingReport report = walk.report();
            return new CallPage(
                    calls,
                    Optional.of(walk.resumePoint())
                            .filter(place -> !place.isEnd())
                            .map(place -> new Cursor(place.toString())),
                    OptionalLong.empty(),
                    rejected(report.rejected()),
                    report.retries(),
                    report.waited(),
                    report.drifted(),
                    report.completeness() == Completeness.UNKNOWN,
                    Optional.empty());
        }
    }

    private static List<RejectedRow> rejected(long rows) {
        return LongStream.range(0, rows)
                .mapToObj(row -> new RejectedRow((int) row, "told to its lister's listener", ""))
                .toList();
    }
}
