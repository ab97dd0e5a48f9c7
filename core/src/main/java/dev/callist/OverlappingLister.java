package dev.callist;

import java.util.Optional;

/**
 * A lister whose calls another lister of the same account may list too. Optional: with it, {@link MergedCalls} returns
 * each of these calls once.
 */
public interface OverlappingLister extends CallLister {
    /**
     * A call of this lister as the other list names it: with that lister's {@link Call#provider()}, {@link
     * Call#account()} and {@link Call#id()}; its other fields do not matter. Absent if only this lister has the call.
     */
    Optional<Call> elsewhere(Call call);
}
