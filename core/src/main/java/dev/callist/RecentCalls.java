package dev.callist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls seen last, so that a call that stands on two pages is handed over once. */
final class RecentCalls {
    static final int MOST_REMEMBERED = 20_000;

    private final RecentKeys keys = new RecentKeys(MOST_REMEMBERED);
    private CallKey.@Nullable Kin kin;

    /** Starts with calls that another walk handed over. */
    RecentCalls(List<CallKey> known) {
        known.forEach(keys::add);
    }

    /** Remembers a call; false when it was remembered already. */
    boolean add(Call call) {
        CallKey.Kin those = kin;
        if (those == null || !those.has(call)) {
            those = CallKey.Kin.of(call);
            kin = those;
        }
        return keys.add(those.key(call));
    }
}
