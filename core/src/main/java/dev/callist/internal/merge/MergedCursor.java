package dev.callist.internal.merge;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.MergedCalls;
import dev.callist.ResumePoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The resume points of all listers of a merged list as one cursor. */
final class MergedCursor {
    private static final String SEPARATOR = ",";

    private MergedCursor() {}

    /** The cursor that holds these points; absent when all of them are ends. */
    static Optional<Cursor> of(List<ResumePoint> points) {
        if (points.stream().allMatch(ResumePoint::isEnd)) {
            return Optional.empty();
        }
        return Optional.of(
                new Cursor(points.stream().map(ResumePoint::toString).collect(Collectors.joining(SEPARATOR))));
    }

    /** The points that a cursor holds, one for each lister, in order. */
    static List<ResumePoint> points(Cursor cursor, int listers) {
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
