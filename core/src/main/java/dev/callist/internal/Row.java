package dev.callist.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of an answer: the native record, or the lack of one, and where it stands in the answer. */
public final class Row<R> {
    private final @Nullable R record;
    private final List<String> problems;
    private final Body body;
    private final int start;
    private final int end;

    Row(@Nullable R record, List<String> problems, Body body, int start, int end) {
        this.record = record;
        this.problems = problems;
        this.body = body;
        this.start = start;
        this.end = end;
    }

    /** The native record; null when the row is no object. */
    @Nullable
    R record() {
        return record;
    }

    /** The fields that could not be read. */
    List<String> problems() {
        return problems;
    }

    /** A copy of the row's own JSON, which does not hold on to the answer. */
    String json() {
        return new String(body.bytes(), start, end - start, StandardCharsets.UTF_8);
    }
}
