package dev.callist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs the seeds of fuzz tests without a fuzzer, like the class of this name in the testkit. */
public final class FuzzSeeds {
    private FuzzSeeds() {}

    /** A test for each seed of a fuzz test: each file in the directory that the fuzzer takes for this method. */
    public static Stream<DynamicTest> of(Class<?> fuzzTest, String method, Consumer<byte[]> fuzzed) {
        URL seeds = fuzzTest.getResource(fuzzTest.getSimpleName() + "Inputs/" + method);
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(seeds, method + " has no seeds").toURI()))) {
            return files.sorted().toList().stream()
                    .map(seed -> DynamicTest.dynamicTest(
                            method + " " + seed.getFileName(), () -> fuzzed.accept(read(seed))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] read(Path seed) throws IOException {
        try (InputStream file = Files.newInputStream(seed)) {
            return file.readAllBytes();
        }
    }
}
