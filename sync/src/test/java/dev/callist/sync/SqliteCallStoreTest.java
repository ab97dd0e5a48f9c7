package dev.callist.sync;

import dev.callist.sync.contract.CallStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCallStoreTest extends CallStoreContract {
    @TempDir
    Path folder;

    @Override
    public CallStore open() {
        return JdbcCallStore.open(folder.resolve("calls.db"));
    }
}
