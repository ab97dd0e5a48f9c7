package dev.callist.sync;

import dev.callist.sync.contract.CallStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

/** The driver inserts several rows with one statement. */
class PostgresRewrittenBatchStoreTest extends CallStoreContract {
    private String address = "";

    @BeforeEach
    void createStore() throws SQLException {
        address = PostgresServer.get().newStoreWithRewrittenBatches();
    }

    @Override
    public CallStore open() {
        return JdbcCallStore.open(address, PostgresServer.PASSWORD);
    }
}
