package dev.callist.sync.contract;

import dev.callist.sync.CallStore;

/**
 * What every {@link CallStore} must do, as JUnit tests. To test a store of your own, extend this class and return the
 * store from {@link #open}.
 *
 * <p>Needs the test-jar of {@code callist-sync}, JUnit Jupiter and AssertJ.
 */
public abstract class CallStoreContract
        implements SourceStateRules, StoredCallRules, MissingCallRules, ReadingRules, OpenCallRules, SessionRules {
    /** For the store's test. */
    protected CallStoreContract() {}

    /**
     * Opens the store of this test. It is empty when the test begins. Each call opens it once more, as another process
     * would, and what was written before is there; a store in memory may return the same object. The test closes what
     * it opens.
     */
    @Override
    public abstract CallStore open();
}
