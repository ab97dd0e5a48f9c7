package dev.callist.sync;

import dev.callist.sync.contract.CallStoreContract;

class InMemoryCallStoreTest extends CallStoreContract {
    private final InMemoryCallStore store = new InMemoryCallStore();

    @Override
    public CallStore open() {
        return store;
    }
}
