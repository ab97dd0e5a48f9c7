package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code in the README is the code of the examples. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"0, Quickstart", "1, MergeProviders"})
    void showsTheLinesOfAnExampleInOrder(int index, String example) throws IOException {
        String program = Files.readString(Path.of("src/main/java/dev/callist/examples/" + example + ".java"));
        List<String> blocks = JAVA.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(blocks).hasSize(2);
        assertThat(lines(program)).containsSubsequence(lines(blocks.get(index)));
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
