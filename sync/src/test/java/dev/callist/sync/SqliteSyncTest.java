package dev.callist.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteSyncTest extends SyncRules {
    @TempDir
    Path folder;

    @Override
    CallStore newStore() {
        return JdbcCallStore.open(folder.resolve("calls.db"));
    }
}
