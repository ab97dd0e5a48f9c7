package dev.callist.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many walks at once, with the newest JDK that is installed beside the one of this build. */
class ManyWalksTest {
    private static final int FIRST_WITH_VIRTUAL_THREADS = 21;
    private static final Pattern PRINTED = Pattern.compile(
            "1000 walks, 20000 of 20000 calls, \\d+ ms, at most (\\d+) platform threads, \\d+ before\n");

    @Test
    void aThousandWalksOnVirtualThreadsNeedFewPlatformThreads() throws IOException, InterruptedException {
        Optional<Path> jdk = newestJdk();
        assumeThat(jdk).as("a JDK 21 or later beside this one").isPresent();
        Process process = new ProcessBuilder(
                        jdk.orElseThrow().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyWalks.class.getName(),
                        "--walks=1000",
                        "--calls=20",
                        "--page-size=10",
                        "--latency=50")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        List<MatchResult> lines = PRINTED.matcher(printed).results().toList();
        assertThat(lines).as(printed).hasSize(1);
        assertThat(Integer.parseInt(lines.get(0).group(1))).isLessThanOrEqualTo(64);
    }

    private static Optional<Path> newestJdk() throws IOException {
        try (Stream<Path> folders =
                Files.list(Path.of(System.getProperty("java.home")).resolveSibling("."))) {
            return folders.filter(folder -> version(folder) >= FIRST_WITH_VIRTUAL_THREADS)
                    .max(Comparator.comparingInt(ManyWalksTest::version));
        }
    }

    /** Returns the feature version of the JDK in a folder, or 0 if there is none. */
    private static int version(Path folder) {
        Properties release = new Properties();
        try (InputStream file = Files.newInputStream(folder.resolve("release"))) {
            release.load(file);
        } catch (IOException noJdk) {
            return 0;
        }
        String version = release.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }
}
