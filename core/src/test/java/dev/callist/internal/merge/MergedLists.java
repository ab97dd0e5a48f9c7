package dev.callist.internal.merge;

import dev.callist.CallIterator;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import java.util.ArrayList;
import java.util.List;

/** Reads calls from walks, for the tests of merged lists. */
public final class MergedLists {
    private MergedLists() {}

    public static List<String> drain(CallLister lister) {
        return drain(lister.list(CallQuery.all()).iterator());
    }

    public static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }

    public static List<String> take(CallIterator walk, int calls) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            ids.add(walk.next().id());
        }
        return ids;
    }
}
