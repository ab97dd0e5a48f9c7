package dev.callist;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a merged walk has come.
 *
 * @param calls calls handed over
 * @param ordered whether they ran newest first, those before a resume included
 * @param last when the last call that says so was created
 */
record MergedProgress(long calls, boolean ordered, Optional<Instant> last) {
    static MergedProgress from(Optional<Bookmark> start) {
        return new MergedProgress(0, start.map(Bookmark::ordered).orElse(true), start.flatMap(Bookmark::lastCreatedAt));
    }

    MergedProgress plus(Call call) {
        Optional<Instant> createdAt = call.createdAt();
        boolean isNewer =
                createdAt.isPresent() && last.isPresent() && createdAt.get().isAfter(last.get());
        return new MergedProgress(calls + 1, ordered && !isNewer, createdAt.or(() -> last));
    }
}
