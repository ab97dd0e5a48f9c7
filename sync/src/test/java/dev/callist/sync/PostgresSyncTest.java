package dev.callist.sync;

import java.sql.SQLException;

class PostgresSyncTest extends SyncRules {
    @Override
    CallStore newStore() throws SQLException {
        return JdbcCallStore.open(PostgresServer.get().newStore(), PostgresServer.PASSWORD);
    }
}
