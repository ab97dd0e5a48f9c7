package dev.callist.testkit.contract;

import dev.callist.CallLister;
import dev.callist.ClientOptions;
import dev.callist.testkit.Sandbox;
import java.net.URI;

/**
 * What every lister must do, as JUnit tests: order, ends, limits, laziness, retries, resuming after any call, filters,
 * failures by kind, silence about secrets and phone numbers, interrupts and closing.
 *
 * <p>To test a lister of your own, implement {@link dev.callist.testkit.ProviderProtocol} for its protocol, extend this
 * class, return {@link Sandbox#start(dev.callist.testkit.ProviderProtocol)} from {@link #sandbox} and your lister from
 * {@link #lister}. Implement {@link TokenListRules} too if pages are linked by tokens or URLs.
 *
 * <p>Needs JUnit Jupiter and AssertJ, which the testkit does not bring along.
 */
public abstract class CallListerContract
        implements WalkRules, ResumeRules, RetryRules, FailureRules, FilterRules, LifecycleRules, PrivacyRules {
    /** For the provider's test. */
    protected CallListerContract() {}

    @Override
    public abstract Sandbox sandbox(int calls);

    @Override
    public abstract String secret();

    @Override
    public abstract CallLister lister(URI baseUrl, String secret, ClientOptions options);
}
