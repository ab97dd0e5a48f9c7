package dev.callist;

import dev.callist.CallListException.Kind;
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

    /** The places that a cursor holds, one for each of so many listers, in their order. */
    static List<ResumePoint> places(Cursor cursor, int listers) {
        List<String> texts = List.of(cursor.text().split(SEPARATOR, -1));
        if (texts.size() != listers) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, MergedCalls.PROVIDER)
                    .detail("it belongs to another number of listers")
                    .build()
                    .asException();
        }
        return texts.stream().map(ResumePoint::parse).toList();
    }
}
