package dev.callist.sync;

import java.sql.SQLException;

/** The driver inserts several rows with one statement. */
class PostgresRewrittenBatchStoreTest extends PostgresCallStoreTest {
    @Override
    String newStore() throws SQLException {
        return PostgresServer.get().newStoreWithRewrittenBatches();
    }
}
