package dev.callist.testkit.matrix;

import dev.callist.testkit.rules.ProviderUnderTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The fault matrix: every line of the table in {@code faults.md} that applies to the provider, on the first, a middle
 * and the last page, once and permanently, as a separate test.
 */
public interface FaultMatrixRules extends ProviderUnderTest {
    @TestFactory
    default Stream<DynamicTest> meetsEveryFault() throws IOException {
        return new FaultMatrix(this).tests();
    }
}
