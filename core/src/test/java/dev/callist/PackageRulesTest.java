package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which package may use which, and how large each is. */
class PackageRulesTest {
    private static final String API = "dev.callist";
    private static final String KIT = "dev.callist.provider";
    private static final String PAGING = KIT + ".paging";
    private static final String INTERNAL = "dev.callist.internal";
    private static final String TEXT = INTERNAL + ".text";
    private static final String JSON = INTERNAL + ".json";
    private static final String THREADS = INTERNAL + ".threads";
    private static final String HTTP = INTERNAL + ".http";
    private static final String CONNECTION = HTTP + ".connection";
    private static final String WALK = INTERNAL + ".walk";
    private static final String JOIN = WALK + ".join";
    private static final String RESUME = WALK + ".resume";
    private static final String SEEN = WALK + ".seen";
    private static final String SOURCE = WALK + ".source";
    private static final String MERGE = INTERNAL + ".merge";
    private static final String CHECK = INTERNAL + ".check";

    /** What each package may use, besides itself. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry(API, Set.of(TEXT)),
            Map.entry(KIT, Set.of(API, HTTP, JSON, TEXT)),
            Map.entry(PAGING, Set.of(API, KIT, WALK, SOURCE)),
            Map.entry(HTTP, Set.of(API, CONNECTION, JSON, THREADS, TEXT)),
            Map.entry(CONNECTION, Set.of()),
            Map.entry(JSON, Set.of(TEXT)),
            Map.entry(THREADS, Set.of(API)),
            Map.entry(TEXT, Set.of()),
            Map.entry(WALK, Set.of(API, JOIN, RESUME, SEEN, SOURCE, THREADS, TEXT)),
            Map.entry(JOIN, Set.of(API, RESUME, SEEN, SOURCE)),
            Map.entry(RESUME, Set.of(API, SEEN, SOURCE, TEXT)),
            Map.entry(SEEN, Set.of(API)),
            Map.entry(SOURCE, Set.of(API)),
            Map.entry(MERGE, Set.of(API, WALK, JOIN, RESUME, SEEN, SOURCE)),
            Map.entry(CHECK, Set.of(API, KIT, THREADS, TEXT)));

    /** The three classes of the API that use higher layers. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            API + ".CallLister", Set.of(WALK),
            API + ".MergedCalls", Set.of(MERGE, WALK),
            API + ".CallListers", Set.of(CHECK, KIT));

    private static final int MAX_FILES = 25;
    private static final int MAX_INTERNAL_FILES = 20;
    private static final int MIN_INTERNAL_FILES = 4;
    private static final double MAX_ONE_WORD_NAMES = 0.1;

    private static final Pattern DEPENDENCY =
            Pattern.compile("^\\s+(dev\\.callist\\.\\S+)\\s+-> (dev\\.callist\\.\\S+)");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Set<Arrow> ARROWS = new HashSet<>();
    private static final Map<String, List<String>> TYPES = new TreeMap<>();

    /** One class uses another. */
    private record Arrow(String from, String to) {
        String fromPackage() {
            return packageOf(from);
        }

        String toPackage() {
            return packageOf(to);
        }

        boolean isDoor() {
            return DOORS.getOrDefault(from, Set.of()).contains(toPackage());
        }
    }

    @BeforeAll
    static void readClassesAndSources() throws IOException, URISyntaxException {
        StringWriter out = new StringWriter();
        int status = ToolProvider.findFirst("jdeps")
                .orElseThrow()
                .run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "--ignore-missing-deps",
                        "-verbose:class",
                        "-filter:none",
                        classes().resolve("dev").toString());
        assertThat(status).as(out.toString()).isZero();
        for (String line : out.toString().lines().toList()) {
            Matcher found = DEPENDENCY.matcher(line);
            if (found.find()) {
                ARROWS.add(new Arrow(topLevel(found.group(1)), topLevel(found.group(2))));
            }
        }
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.getNameCount() > SOURCES.getNameCount() + 1)
                    .forEach(file -> TYPES.computeIfAbsent(
                                    SOURCES.relativize(file.getParent())
                                            .toString()
                                            .replace(file.getFileSystem().getSeparator(), "."),
                                    key -> new ArrayList<>())
                            .add(file.getFileName().toString().replace(".java", "")));
        }
    }

    @Test
    void letsEachPackageUseOnlyLowerOnes() {
        assertThat(ARROWS).hasSizeGreaterThan(100);
        assertThat(ARROWS.stream()
                        .filter(arrow -> !arrow.fromPackage().equals(arrow.toPackage()))
                        .filter(arrow -> !arrow.isDoor())
                        .filter(arrow -> !MAY_USE.getOrDefault(arrow.fromPackage(), Set.of())
                                .contains(arrow.toPackage())))
                .isEmpty();
    }

    @Test
    void hasNoCircleOfPackagesApartFromTheDoors() {
        Map<String, Set<String>> uses = new TreeMap<>();
        ARROWS.stream()
                .filter(arrow -> !arrow.fromPackage().equals(arrow.toPackage()))
                .filter(arrow -> !arrow.isDoor())
                .forEach(arrow -> uses.computeIfAbsent(arrow.fromPackage(), key -> new TreeSet<>())
                        .add(arrow.toPackage()));
        boolean isSmaller = true;
        while (isSmaller) {
            isSmaller = uses.values().removeIf(used -> used.stream().noneMatch(uses::containsKey));
        }

        assertThat(uses).isEmpty();
    }

    @Test
    void keepsPackagesToASizeThatCanBeReadAtOnce() {
        TYPES.forEach((name, files) -> {
            if (name.startsWith(INTERNAL)) {
                boolean isNested = name.startsWith(WALK + ".");
                assertThat(files).as(name).hasSizeBetween(isNested ? 2 : MIN_INTERNAL_FILES, MAX_INTERNAL_FILES);
            } else if (!name.equals(API)) {
                assertThat(files).as(name).hasSizeLessThanOrEqualTo(MAX_FILES);
            }
        });
    }

    @Test
    void saysOfEachPackageWhatItIsFor() {
        assertThat(TYPES).allSatisfy((name, files) -> assertThat(files).as(name).contains("package-info"));
    }

    /** The mark of the module is not seen on the class path. */
    @Test
    void marksEachPackageForTheCheckOfNulls() {
        assertThat(TYPES.keySet()).allSatisfy(name -> assertThat(
                        Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class))
                .as(name)
                .isTrue());
    }

    @Test
    void namesInternalTypesByMoreThanOneWord() {
        List<String> names = TYPES.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(INTERNAL + "."))
                .flatMap(entry -> entry.getValue().stream())
                .filter(name -> !name.equals("package-info"))
                .toList();

        assertThat(names).filteredOn(name -> name.matches("[A-Z][a-z0-9]+")).hasSizeLessThan((int)
                (names.size() * MAX_ONE_WORD_NAMES));
    }

    @Test
    void exportsTheApiAndTheKitAndNothingElse() throws IOException, URISyntaxException {
        try (InputStream module = Files.newInputStream(classes().resolve("module-info.class"))) {
            Map<Boolean, Set<String>> exports = ModuleDescriptor.read(module).exports().stream()
                    .collect(Collectors.partitioningBy(
                            ModuleDescriptor.Exports::isQualified,
                            Collectors.mapping(ModuleDescriptor.Exports::source, Collectors.toSet())));

            assertThat(exports.get(false)).containsExactlyInAnyOrder(API, KIT, PAGING);
            assertThat(exports.get(true)).isEmpty();
        }
    }

    @Test
    void showsNoInternalTypeInAPublicSignature() throws ClassNotFoundException {
        List<String> shown = new ArrayList<>();
        for (String packageName : List.of(API, KIT, PAGING)) {
            for (String name : TYPES.getOrDefault(packageName, List.of())) {
                if (!name.equals("package-info")) {
                    addPublicSignatures(Class.forName(packageName + "." + name), shown);
                }
            }
        }

        assertThat(shown).hasSizeGreaterThan(100);
        assertThat(shown)
                .filteredOn(signature -> signature.contains(INTERNAL + "."))
                .isEmpty();
    }

    private static void addPublicSignatures(Class<?> type, List<String> signatures) {
        if (!isPublic(type.getModifiers())) {
            return;
        }
        signatures.add(type.toGenericString() + " " + type.getGenericSuperclass() + " "
                + List.of(type.getGenericInterfaces()));
        Stream.of(type.getDeclaredMethods(), type.getDeclaredConstructors())
                .flatMap(Stream::of)
                .filter(member -> isPublic(((Member) member).getModifiers()))
                .map(Executable::toGenericString)
                .forEach(signatures::add);
        Stream.of(type.getDeclaredFields())
                .filter(field -> isPublic(field.getModifiers()))
                .map(Field::toGenericString)
                .forEach(signatures::add);
        for (Class<?> nested : type.getDeclaredClasses()) {
            addPublicSignatures(nested, signatures);
        }
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(CallLister.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String topLevel(String type) {
        return type.replaceFirst("\\$.*", "");
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }
}
