package dev.callist.benchmarks;

import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.benchmarks.candidates.ListWalk;
import dev.callist.sync.CallStore;
import dev.callist.sync.CallSync;
import dev.callist.sync.SyncOptions;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Copies a list into an empty store with the default settings.
 *
 * @param lister the source
 * @param pageSize how many calls the source is asked for at once
 * @param emptyStore opens a store without calls
 */
record CopyWalk(CallLister lister, int pageSize, Supplier<CallStore> emptyStore) implements ListWalk {
    @Override
    public long walk() throws IOException {
        SyncOptions options = SyncOptions.builder()
                .query(CallQuery.builder().pageSize(pageSize).build())
                .account("benchmark")
                .build();
        try (CallStore store = emptyStore.get()) {
            return CallSync.create(lister, store, options).run().counts().created();
        }
    }

    @Override
    public void close() {
        lister.close();
    }
}
