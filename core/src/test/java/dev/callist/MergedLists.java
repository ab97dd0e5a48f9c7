package dev.callist;

import java.util.ArrayList;
import java.util.List;

/** What the tests of merged lists have in common. */
final class MergedLists {
    private MergedLists() {}

    static List<String> drain(CallLister lister) {
        return drain(lister.list(CallQuery.all()).iterator());
    }

    static List<String> drain(CallIterator walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.id()));
        return ids;
    }

    static List<String> take(CallIterator walk, int calls) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            ids.add(walk.next().id());
        }
        return ids;
    }
}
