package dev.callist.testkit.rules;

import dev.callist.testkit.contract.CallListerContract;
import dev.callist.testkit.options.ListenerRules;
import dev.callist.testkit.options.OptionRules;
import dev.callist.testkit.options.OwnClientRules;
import dev.callist.testkit.privacy.CanaryRules;
import dev.callist.testkit.queries.FilterPlanRules;

/**
 * The contract that each of our providers must pass: the published one, and what only our own test rigs can check. A provider's
 * test adds {@link PageTokenRules} or {@link CountedListRules}, and the histories, the fault matrix and the other rigs.
 */
public abstract class ProviderContract extends CallListerContract
        implements WalkEdgeRules,
                PageRules,
                SpellingRules,
                SharedIdRules,
                PageSizeRules,
                ReadAheadRules,
                ResponseRules,
                ListenerRules,
                OwnClientRules,
                CleanupRules,
                ResumePointRules,
                ExpiryRules,
                ConcurrencyRules,
                FailureKindRules,
                FilterPlanRules,
                ThreadRules,
                PrintedTextRules,
                CanaryRules,
                OptionRules,
                JsonRules {
    /** For the provider's test. */
    protected ProviderContract() {}
}
