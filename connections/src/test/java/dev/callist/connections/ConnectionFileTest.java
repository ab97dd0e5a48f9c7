package dev.callist.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file without the command line; {@code ConnectionsTest} of the examples has everything that can be wrong with it.
 */
class ConnectionFileTest {
    private static final String SECRET = "secret-canary";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("bird.key"), SECRET + "\n");
        file = Files.writeString(folder.resolve("config.yml"), """
                connections:
                  north:
                    provider: Bird
                    workspaceId: w1
                    accessKey: file:bird.key
                  south:
                    provider: bird
                    workspaceId: w2
                    accessKey: env:SOUTH_KEY
                """);
    }

    @Test
    void looksUpWhatSettingsReferTo() {
        ConnectionFile connections = ConnectionFile.read(file);
        assertThat(connections.connections()).extracting(Connection::name).containsExactly("north", "south");
        Connection north = connections.named("north");
        ProviderFactory bird = north.factory(ProviderFactory.all());
        assertThat(north.values(bird, Map.of())).isEqualTo(Map.of("workspaceId", "w1", "accessKey", SECRET));
        assertThat(connections.named("south").values(bird, Map.of("SOUTH_KEY", "k")))
                .containsEntry("accessKey", "k");
        assertThat(north.toString() + north.settingsText(List.of(bird)))
                .contains("accessKey=file:bird.key")
                .doesNotContain(SECRET);
    }

    @Test
    void failsWithTheNameOfWhatIsMissing() {
        ConnectionFile connections = ConnectionFile.of(Map.of("CALLIST_CONFIG", file.toString()));
        assertThatThrownBy(() -> connections.named("west"))
                .isInstanceOf(CallListException.class)
                .hasMessageContaining("there is no connection west in " + file + "; choose from north, south");
        Connection south = connections.named("south");
        ProviderFactory bird = south.factory(ProviderFactory.all());
        assertThatThrownBy(() -> south.values(bird, Map.of()))
                .hasMessageContaining("accessKey: the environment variable SOUTH_KEY is not set");
        assertThatThrownBy(() -> south.factory(List.of())).hasMessageContaining("provider must be one of");
    }

    @Test
    void refusesASecretInTheFileWithoutQuotingIt() throws IOException {
        Files.writeString(file, "connections: {north: {provider: bird, workspaceId: w1, accessKey: " + SECRET + "}}");
        Connection north = ConnectionFile.read(file).named("north");
        assertThatThrownBy(() -> north.values(north.factory(ProviderFactory.all()), Map.of()))
                .hasMessageContaining("accessKey is a secret, which must not be in this file")
                .hasMessageNotContaining(SECRET);
    }
}
