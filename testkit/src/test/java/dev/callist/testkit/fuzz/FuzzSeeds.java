package dev.callist.testkit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs the seeds of fuzz tests without a fuzzer. A fuzz test is a public method that takes bytes. Its seeds are the
 * files in {@code <class>Inputs/<method>/}, next to the class.
 */
final class FuzzSeeds {
    private FuzzSeeds() {}

    /** A test for each seed of each fuzz test of a class. */
    static Stream<DynamicTest> of(Object fuzzTest) {
        return Arrays.stream(fuzzTest.getClass().getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {byte[].class}))
                .flatMap(method -> seeds(fuzzTest, method));
    }

    private static Stream<DynamicTest> seeds(Object fuzzTest, Method method) {
        return files(fuzzTest.getClass(), method.getName()).stream()
                .map(seed -> DynamicTest.dynamicTest(
                        method.getName() + " " + seed.getFileName(), () -> run(fuzzTest, method, seed)));
    }

    private static void run(Object fuzzTest, Method method, Path seed) throws Throwable {
        try {
            method.invoke(fuzzTest, (Object) Files.readAllBytes(seed));
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static List<Path> files(Class<?> fuzzTest, String method) {
        URL seeds = fuzzTest.getResource(fuzzTest.getSimpleName() + "Inputs/" + method);
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(seeds, method + " has no seeds").toURI()))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
