package dev.callist.testkit;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import java.net.URI;

/**
 * What every lister must do, as JUnit tests: order, ends, retries in place, limits, independent iterators, laziness, resuming
 * after any call, filters and the plan, failures by kind, silence about secrets and numbers, several threads, closing. A
 * provider's test extends it, says how to make a sandbox and a lister, and adds {@link TokenListRules} where pages are tied
 * by tokens or links, or {@link ShiftingListRules} where rows shift.
 *
 * <p>Needs JUnit Jupiter and AssertJ on the path, which the testkit does not bring along.
 */
public abstract class CallListerContract
        implements WalkRules,
                PageRules,
                ReadAheadRules,
                LeftoverRules,
                ResumeRules,
                ExpiryRules,
                RetryRules,
                ConcurrencyRules,
                FailureRules,
                FilterRules,
                LifecycleRules,
                PrivacyRules,
                CanaryRules,
                OptionRules,
                JsonRules {
    /** For the provider's test. */
    protected CallListerContract() {}

    @Override
    public abstract Sandbox sandbox(int calls);

    @Override
    public abstract String secret();

    @Override
    public abstract CallLister lister(URI baseUrl, String secret, ClientOptions options);
}
