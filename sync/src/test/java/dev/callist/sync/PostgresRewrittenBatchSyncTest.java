package dev.callist.sync;

import java.sql.SQLException;

/** The driver inserts several rows with one statement. */
class PostgresRewrittenBatchSyncTest extends SyncRules {
    @Override
    CallStore newStore() throws SQLException {
        return JdbcCallStore.open(PostgresServer.get().newStoreWithRewrittenBatches(), PostgresServer.PASSWORD);
    }
}
