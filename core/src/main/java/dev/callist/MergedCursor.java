package dev.callist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The places of all listers of a merged list as one cursor. */
final class MergedCursor {
    private static final String SEPARATOR = ",";

    private MergedCursor() {}

    /** The cursor that holds these places; absent when all of them are ends. */
    static Optional<Cursor> of(List<ResumePoint> places) {
        if (places.stream().allMatch(ResumePoint::isEnd)) {
            return Optional.empty();
        }
        return Optional.of(
                new Cursor(places.stream().map(ResumePoint::toString).collect(Collectors.joining(SEPARATOR))));
    }

    /** The places that a cursor holds, in the order of the listers. */
    static List<ResumePoint> places(Cursor cursor) {
        return Arrays.stream(cursor.text().split(SEPARATOR, -1))
                .map(ResumePoint::parse)
                .toList();
    }
}
