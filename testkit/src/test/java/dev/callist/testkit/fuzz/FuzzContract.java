package dev.callist.testkit.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.Call;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a provider's lister must withstand, whatever bytes it is given. */
public abstract class FuzzContract<L extends CallLister> {
    /** The credential that the lister sends. */
    protected static final String SECRET = "canary-secret-5157-word";

    private final FuzzedLister<L> fuzzed;

    /**
     * For the provider's test.
     *
     * @param lister makes the lister, with these options and {@link #SECRET}
     * @param query a query whose pages can be requested early
     * @param plainPage an answer that is one valid page
     */
    protected FuzzContract(Function<ClientOptions, L> lister, CallQuery query, String plainPage) {
        fuzzed = new FuzzedLister<>(lister, query, plainPage, SECRET);
    }

    /** Fetches a single call, if the API has a request for that. */
    protected Optional<Call> find(L lister) {
        return Optional.empty();
    }

    @TestFactory
    public Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(this);
    }

    @FuzzTest(maxDuration = "10m")
    public void readsAnyPage(byte[] body) {
        fuzzed.list(body);
        fuzzed.refuse(body);
        fuzzed.find(body, this::find);
    }

    @FuzzTest(maxDuration = "10m")
    public void goesOnFromAnyPlace(byte[] place) {
        fuzzed.goOn(place);
    }
}
