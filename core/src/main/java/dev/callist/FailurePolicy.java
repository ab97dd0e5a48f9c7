package dev.callist;

import dev.callist.CallListException.Kind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a merged walk does when one of its listers fails.
 *
 * @param skipped hears of a lister that is left out; absent when the walk fails instead
 */
record FailurePolicy(Optional<BiConsumer<? super CallLister, ? super CallListException>> skipped) {
    static final FailurePolicy FAIL = new FailurePolicy(Optional.empty());

    /** What is not one lister's own failure: nobody is left out for it. */
    private static final Set<Kind> OF_THE_WHOLE = EnumSet.of(Kind.INTERRUPTED, Kind.CLOSED, Kind.INVALID_RESUME_POINT);

    /** Whether the walk goes on without the lister; if so, that has been told. */
    boolean leavesOut(CallLister lister, CallListException failure) {
        if (skipped.isEmpty() || OF_THE_WHOLE.contains(failure.kind())) {
            return false;
        }
        skipped.get().accept(lister, failure);
        return true;
    }
}
