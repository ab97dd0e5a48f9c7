package dev.callist;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls seen last, so that a call that stands on two pages is handed over once. */
final class RecentCalls {
    static final int MOST_REMEMBERED = 20_000;

    private final Set<CallKey> keys;
    private CallKey.@Nullable Kin kin;

    /** Starts with calls that another walk handed over. */
    RecentCalls(List<CallKey> known) {
        keys = new LinkedHashSet<>(known);
    }

    /** Remembers a call; false when it was remembered already. */
    boolean add(Call call) {
        CallKey.Kin those = kin;
        if (those == null || !those.has(call)) {
            those = CallKey.Kin.of(call);
            kin = those;
        }
        if (!keys.add(those.key(call))) {
            return false;
        }
        if (keys.size() > MOST_REMEMBERED) {
            Iterator<CallKey> oldest = keys.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }
}
