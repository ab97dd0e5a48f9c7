package dev.callist.sync;

import dev.callist.sync.contract.CallStoreContract;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;

class PostgresCallStoreTest extends CallStoreContract {
    private String address = "";

    @BeforeEach
    void createStore() throws SQLException {
        address = newStore();
    }

    /** The address of an empty store. */
    String newStore() throws SQLException {
        return PostgresServer.get().newStore();
    }

    @Override
    public CallStore open() {
        return JdbcCallStore.open(address, PostgresServer.PASSWORD);
    }
}
