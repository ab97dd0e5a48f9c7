package dev.callist.sync;

class InMemorySyncTest extends SyncRules {
    @Override
    CallStore newStore() {
        return new InMemoryCallStore();
    }
}
