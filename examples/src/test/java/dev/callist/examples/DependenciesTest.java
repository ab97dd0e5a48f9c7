package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/dependencies.md} names every library, the build lets no other one through to users, and these are the
 * ones in use.
 */
class DependenciesTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(.*?) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`?([a-z0-9-]+)`");
    /** An artifact, or an artifact in one scope. */
    private static final Pattern ALLOWED = Pattern.compile("<include>[a-z0-9.]+:([a-z0-9-]+)[:*a-z]*</include>");

    private static final Pattern JAR = Pattern.compile("(.+?)-[0-9].*\\.jar");

    @Test
    void readmeNamesExactlyTheLibrariesThatUsersGet() throws IOException {
        assertThat(named("What comes with Callist", "What only the build sees"))
                .isEqualTo(all(ALLOWED, Files.readString(Path.of("../pom.xml"))));
    }

    @Test
    void readmeNamesEveryLibraryOnTheClassPath() throws IOException {
        Set<String> used = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(file -> !file.startsWith("callist-") && !file.startsWith("surefire"))
                .map(JAR::matcher)
                .filter(jar -> jar.matches())
                .map(jar -> jar.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isNotEmpty().containsAll(named("What comes with Callist", "What only the build sees"));
        assertThat(named("What comes with Callist", "More: [CHANGELOG]")).containsAll(used);
    }

    /** The artifacts in the first column of the tables between two texts. */
    private static Set<String> named(String from, String to) throws IOException {
        String page = Files.readString(Path.of("../docs/dependencies.md"));
        String part = page.substring(page.indexOf(from), page.indexOf(to));
        return ROW.matcher(part)
                .results()
                .flatMap(row -> all(NAME, row.group()).stream())
                .filter(name -> !List.of("testkit", "examples", "connections").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
