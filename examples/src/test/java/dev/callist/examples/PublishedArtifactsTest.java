package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the poms say about the artifacts that are published is complete. */
class PublishedArtifactsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Pattern MANAGED = Pattern.compile("<artifactId>callist-(.*?)</artifactId>\\s*<version>");
    private static final Pattern VERSION = Pattern.compile("<version>([^$<]*)</version>");
    private static final Pattern GPG = Pattern.compile("maven-gpg-plugin</artifactId>\\s*<version>(.*?)<");
    private static final Pattern SPOTLESS = Pattern.compile("spotless-maven-plugin</artifactId>\\s*<version>(.*?)<");

    @Test
    void theBomHasExactlyTheOnesThatAreDeployed() throws IOException {
        List<String> deployed = modules().stream()
                .filter(module -> !module.equals("bom") && !pom(module).contains("<maven.deploy.skip>true"))
                .toList();

        assertThat(deployed).contains("core", "bird", "testkit").doesNotContain("examples", "benchmarks");
        assertThat(found(MANAGED, pom("bom")))
                .filteredOn(name -> !name.equals("bom"))
                .hasSizeGreaterThan(deployed.size())
                .hasSameElementsAs(deployed);
    }

    @Test
    void theBomHasTheVersionsOfTheProject() {
        assertThat(found(VERSION, pom("bom")).get(0))
                .isEqualTo(found(VERSION, pom(".")).get(0));
        assertThat(found(SPOTLESS, pom("bom"))).isEqualTo(found(SPOTLESS, pom(".")));
        assertThat(found(GPG, pom("bom"))).isEqualTo(found(GPG, pom("."))).hasSize(1);
    }

    @Test
    void eachHasANameADescriptionAndTheLicence() throws IOException {
        assertThat(modules()).allSatisfy(module -> {
            assertThat(pom(module)).contains("<name>Callist ").contains("<description>");
            if (!pom(module).contains("<packaging>pom") && !module.equals("benchmarks")) {
                assertThat(ROOT.resolve(module).resolve("target/classes/META-INF/LICENSE"))
                        .hasSameTextualContentAs(ROOT.resolve("LICENSE"));
            }
        });
    }

    @Test
    void theRunnableJarHasTheLicencesOfWhatItBundles() {
        assertThat(Path.of("target/classes/META-INF/licenses"))
                .isDirectoryRecursivelyContaining("glob:**/postgresql/LICENSE")
                .isDirectoryRecursivelyContaining("glob:**/sqlite-jdbc/LICENSE")
                .isDirectoryRecursivelyContaining("glob:**/sqlite-jdbc/LICENSE.zentus");
    }

    private static List<String> modules() throws IOException {
        return found(MODULE, pom("."));
    }

    private static String pom(String module) {
        try {
            return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
