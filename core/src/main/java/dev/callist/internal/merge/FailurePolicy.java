package dev.callist.internal.merge;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a merged walk does when one of its listers fails.
 *
 * @param onSkipped notified of a lister that is skipped; absent when the walk fails instead
 */
public record FailurePolicy(Optional<BiConsumer<? super CallLister, ? super CallListException>> onSkipped) {
    /** A walk that fails with its lister. */
    public static final FailurePolicy FAIL = new FailurePolicy(Optional.empty());

    /** Failures of the whole walk, for which no lister is skipped. */
    private static final Set<Kind> OF_THE_WHOLE = EnumSet.of(Kind.INTERRUPTED, Kind.CLOSED, Kind.INVALID_RESUME_POINT);

    /** Whether the walk continues without the lister; if so, the callback has run. */
    boolean skips(CallLister lister, CallListException failure) {
        if (onSkipped.isEmpty() || OF_THE_WHOLE.contains(failure.kind())) {
            return false;
        }
        onSkipped.get().accept(lister, failure);
        return true;
    }
}
