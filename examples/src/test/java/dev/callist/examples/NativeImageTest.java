package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.CallBuilder;
import dev.callist.CallJson;
import dev.callist.CallParty;
import dev.callist.Money;
import dev.callist.bird.BirdCall;
import dev.callist.bird.BirdFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata for GraalVM's native images names every type that is used by reflection, and every resource. */
class NativeImageTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"core", "bird", "signalwire", "plivo-dialer", "search", "twilio"})
    void namesEveryReflectiveType(String module) throws IOException {
        ArrayNode types = NODES.arrayNode();
        for (Class<?> type : ReflectiveTypes.of(module)) {
            ObjectNode entry = types.addObject().put("name", type.getName());
            entry.put("allDeclaredConstructors", true).put("allDeclaredMethods", true);
            entry.put("allDeclaredFields", true);
            if (type.isRecord()) {
                entry.put("allRecordComponents", true);
            }
        }
        assertPublished(module, "reflect-config.json", types.toPrettyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "report"})
    void namesEveryResource(String module) throws IOException {
        Path classes = Path.of("..", module, "target", "classes");
        ObjectNode config = NODES.objectNode();
        ArrayNode includes = config.putObject("resources").putArray("includes");
        try (Stream<Path> files = Files.walk(classes.resolve("dev"))) {
            files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .filter(file -> !file.endsWith(".class"))
                    .sorted()
                    .forEach(file -> includes.addObject().put("pattern", "\\Q" + file + "\\E"));
        }
        assertThat(includes).isNotEmpty();
        assertPublished(module, "resource-config.json", config.toPrettyString());
    }

    @Test
    void findsTypesOfEachKind() throws IOException, ClassNotFoundException {
        assertThat(ReflectiveTypes.of("core"))
                .contains(CallBuilder.class, CallParty.Kind.class, Money.class)
                .contains(Class.forName("dev.callist.CallBuilder$ImmutableCall"));
        assertThat(ReflectiveTypes.of("bird"))
                .contains(BirdFactory.class, BirdCall.class, BirdCall.SipInsights.class)
                .contains(Class.forName("dev.callist.bird.BirdPage"));
    }

    private static void assertPublished(String module, String name, String expected) throws IOException {
        Path file =
                Path.of("..", module, "src/main/resources/META-INF/native-image/dev.callist/callist-" + module, name);
        if (Boolean.getBoolean("callist.writeMetadata")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected + "\n");
        }
        assertThat(CallJson.mapper().readTree(file.toFile()))
                .isEqualTo(CallJson.mapper().readTree(expected));
    }
}
