package dev.callist.testkit.rules;

import dev.callist.testkit.ChangingCalls;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.SandboxKind;
import dev.callist.testkit.history.HistoryRules;
import dev.callist.testkit.matrix.FaultMatrixRules;
import dev.callist.testkit.process.HeapRules;
import dev.callist.testkit.process.ProcessRules;
import dev.callist.testkit.queries.QueryRules;
import dev.callist.testkit.rows.RandomRowsRules;
import dev.callist.testkit.transport.TransportRules;

/**
 * The contract that each of our providers must pass: that of all listers, and what only our own test rigs can check. A
 * provider's test adds {@link PageTokenRules} or {@link CountedListRules}, and {@link
 * dev.callist.testkit.splits.SplitRules} if its list can be split.
 */
public abstract class ProviderContract extends AnyListerContract
        implements ChangingCallsRules,
                CheckRules,
                FaultMatrixRules,
                HeapRules,
                HistoryRules,
                ProcessRules,
                QueryRules,
                RandomRowsRules,
                TransportRules {
    private final SandboxKind kind;

    /** For the test of the provider with this name, which has a sandbox. */
    protected ProviderContract(String provider) {
        kind = SandboxKind.of(provider).orElseThrow();
    }

    @Override
    public final Sandbox sandbox(int calls) {
        return kind.start(calls, 0);
    }

    @Override
    public final Sandbox changingSandbox(ChangingCalls calls, ManualTime time) {
        return kind.start(calls, time, 0);
    }
}
