package dev.callist;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The calls seen last, so that a call that stands on two pages is handed over once. */
final class RecentCalls {
    static final int MOST_REMEMBERED = 20_000;

    private final Set<Key> keys = new LinkedHashSet<>();

    /** Remembers a call; false when it was remembered already. */
    boolean add(Call call) {
        if (!keys.add(new Key(call.provider(), call.account(), call.channel(), call.id()))) {
            return false;
        }
        if (keys.size() > MOST_REMEMBERED) {
            Iterator<Key> oldest = keys.iterator();
            oldest.next();
            oldest.remove();
        }
        return true;
    }

    private record Key(String provider, Optional<String> account, Optional<String> channel, String id) {}
}
