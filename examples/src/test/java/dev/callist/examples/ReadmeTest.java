package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README shows is what the examples do. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void showsTheLinesOfQuickstartInTheirOrder() throws IOException {
        List<String> program = lines(Files.readString(Path.of("src/main/java/dev/callist/examples/Quickstart.java")));
        Matcher shown = JAVA.matcher(Files.readString(Path.of("../README.md")));

        assertThat(shown.find()).isTrue();
        assertThat(program).containsSubsequence(lines(shown.group(1)));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
