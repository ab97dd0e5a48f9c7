package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/types.md} has each public type of the exported packages, and of Spark's, which is not a module; and no
 * other.
 */
class TypesDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern EXPORT = Pattern.compile("(?m)^ +exports ([\\w.]+);");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^public (?:abstract |final |sealed )*(?:class|@?interface|record|enum) (\\w+)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| \\S");

    @Test
    void hasEachPublicType() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.toList()) {
                types.addAll(typesOf(module.resolve("src/main/java")));
            }
        }

        assertThat(types).contains("Call", "BirdCalls", "ProviderFactory", "Sandbox", "CallSync", "CallReport");
        assertThat(matches(ROW, ROOT.resolve("docs/types.md"))).isEqualTo(types);
    }

    private static Set<String> typesOf(Path sources) throws IOException {
        Path descriptor = sources.resolve("module-info.java");
        boolean isSpark = sources.startsWith(ROOT.resolve("spark"));
        if (!isSpark && !Files.exists(descriptor)) {
            return Set.of();
        }
        Set<String> packages = isSpark ? Set.of("dev.callist.spark") : matches(EXPORT, descriptor);
        return packages.stream()
                .map(name -> sources.resolve(name.replace('.', '/')))
                .flatMap(TypesDocumentTest::sources)
                .flatMap(source -> matches(TYPE, source).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<Path> sources(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
