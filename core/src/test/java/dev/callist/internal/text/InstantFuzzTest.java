package dev.callist.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.FuzzSeeds;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arbitrary text read as an instant. */
class InstantFuzzTest {
    @TestFactory
    Stream<DynamicTest> withstandsEverySeed() {
        return FuzzSeeds.of(InstantFuzzTest.class, "readsAnyInstant", this::readsAnyInstant);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyInstant(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        IsoInstants.read(text).ifPresent(InstantFuzzTest::assertWritten);
        IsoInstants.readOrUtc(text).ifPresent(InstantFuzzTest::assertWritten);
        Rfc2822Instants.read(text).ifPresent(InstantFuzzTest::assertWritten);
        EpochInstants.read(text).ifPresent(InstantFuzzTest::assertWritten);
    }

    private static void assertWritten(Instant read) {
        assertThat(IsoInstants.read(IsoInstants.millis(read))).contains(read.truncatedTo(ChronoUnit.MILLIS));
        assertThat(Rfc2822Instants.read(Rfc2822Instants.write(read))).contains(read.truncatedTo(ChronoUnit.SECONDS));
    }
}
