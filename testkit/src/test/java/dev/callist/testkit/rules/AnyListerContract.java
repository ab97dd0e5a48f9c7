package dev.callist.testkit.rules;

import dev.callist.testkit.contract.CallListerContract;
import dev.callist.testkit.options.ListenerRules;
import dev.callist.testkit.options.OptionRules;
import dev.callist.testkit.options.OwnClientRules;
import dev.callist.testkit.privacy.CanaryRules;
import dev.callist.testkit.queries.FilterPlanRules;

/**
 * The contract that each of our listers must pass, of one provider or of several: the published one, and our own rules.
 */
public abstract class AnyListerContract extends CallListerContract
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
    /** For the lister's test. */
    protected AnyListerContract() {}
}
