package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.testkit.BirdSandbox;
import dev.callist.testkit.Fault;
import dev.callist.testkit.SearchSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final String SECRET = "secret-canary";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private BirdSandbox bird;
    private SearchSandbox north;
    private SearchSandbox south;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        bird = BirdSandbox.start(30);
        north = SearchSandbox.start(20);
        south = SearchSandbox.start(10);
        file = folder.resolve("config.yml");
        environment.put("CALLIST_CONFIG", file.toString());
        environment.put("SUPPORT_KEY", BirdSandbox.ACCESS_KEY);
        Path key = Files.writeString(folder.resolve("search.key"), SearchSandbox.API_KEY + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        write(
                "connections:",
                "  support:",
                "    provider: bird",
                "    workspaceId: " + BirdSandbox.WORKSPACE_ID,
                "    channelId: " + BirdSandbox.CHANNEL_ID,
                "    baseUrl: " + bird.url(),
                "    accessKey: env:SUPPORT_KEY",
                "  north:",
                "    provider: search",
                "    organization: north",
                "    baseUrl: " + north.url(),
                "    apiKey: file:search.key",
                "  south:",
                "    provider: search",
                "    organization: south",
                "    baseUrl: " + south.url(),
                "    apiKey: file:search.key");
    }

    @AfterEach
    void stop() {
        bird.close();
        north.close();
        south.close();
    }

    @Test
    void listsTheConnectionsWithoutSecretsAndRequests() {
        CommandRun run = run("connections");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines()).hasSize(4);
        assertThat(run.out())
                .containsPattern("NAME +PROVIDER +STATE +SETTINGS")
                .containsPattern("support +bird +ready +workspaceId=" + BirdSandbox.WORKSPACE_ID)
                .contains("accessKey=env:SUPPORT_KEY")
                .contains("apiKey=file:search.key")
                .doesNotContain(BirdSandbox.ACCESS_KEY)
                .doesNotContain(SearchSandbox.API_KEY);
        assertThat(bird.requestCount() + north.requestCount() + south.requestCount())
                .isZero();
    }

    @Test
    void testsEachConnectionWithOneRequest() {
        CommandRun run = run("connections", "--test");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("support +bird +works ")
                .containsPattern("north +search +works ")
                .containsPattern("south +search +works ");
        assertThat(List.of(bird.requestCount(), north.requestCount(), south.requestCount()))
                .containsExactly(1, 1, 1);
    }

    @Test
    void saysWhichConnectionFailsItsTest() {
        environment.put("SUPPORT_KEY", SECRET);
        CommandRun run = run("connections", "--test");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsPattern("support +bird +fails ").containsPattern("north +search +works ");
        assertThat(run.err()).startsWith("callist: AUTHENTICATION: support: ").doesNotContain(SECRET);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(bird.requestCount()).isEqualTo(1);
    }

    @Test
    void listsTheCallsOfSeveralConnectionsOfOneProvider() {
        CommandRun run = run("export", "--connection", "north", "--connection", "south", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(30);
        CommandRun table = run("list", "--connection", "support", "--connection", "south", "--limit", "40");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.lines()).hasSize(41);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "export", "report", "check"})
    void saysWhichConnectionOfOneProviderFailed(String command) {
        south.always(Fault.status(403));
        List<String> args = new ArrayList<>(List.of(command, "--connection", "north", "--connection", "south"));
        if (command.equals("report")) {
            args.addAll(List.of("--output", folder.resolve("report.html").toString()));
        }
        CommandRun run = run(args.toArray(String[]::new));
        assertThat(run.code()).isNotZero();
        assertThat(run.err() + run.out()).contains("south").contains("403").doesNotContain("search");
    }

    @Test
    void saysWhichConnectionOfOneProviderIsSkipped() {
        south.always(Fault.status(403));
        CommandRun run = run("list", "--connection", "north", "--connection", "south", "--skip-failed");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("callist: skipped south: PERMISSION: ");
        assertThat(run.lines()).hasSize(21);
    }

    @Test
    void copiesAndVerifiesSeveralConnectionsOfOneProvider() throws Exception {
        String store = folder.resolve("calls.db").toString();
        String[] args = {
            "sync", "--connection", "north", "--connection", "south", "--connection", "support", "--store", store
        };
        CommandRun copied = run(args);
        assertThat(copied.code()).as(copied.err()).isZero();
        assertThat(copied.out())
                .containsPattern("CONNECTION +NEW ")
                .containsPattern("north +20 ")
                .containsPattern("south +10 ")
                .containsPattern("support +30 ");
        assertThat(copied.err()).contains("callist: south: reading recent calls\n");
        assertThat(CopiedCalls.sqlite(store).query("SELECT count(*) FROM calls"))
                .containsExactly("60");

        args[0] = "verify";
        CommandRun verified = run(args);
        assertThat(verified.code()).as(verified.err()).isZero();
        assertThat(verified.err()).contains("north: the copy is equal").contains("south: the copy is equal");
    }

    @Test
    void worksInTheCommandsForOneAccount() {
        CommandRun exported = run("export", "--connection", "support", "--quiet", "--limit", "1");
        String id = exported.out().replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        CommandRun call = run("get", "--connection", "support", id);
        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.out()).contains(id);
        CommandRun plan = run("explain", "--connection", "support");
        assertThat(plan.code()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("/channels/");
        CommandRun check = run("check", "--connection", "support");
        assertThat(check.err()).contains("support: ");
        assertThat(check.code()).as(check.err()).isIn(0, 3);
        CommandRun several = run("get", "--connection", "support", "--connection", "north", id);
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.err()).contains("this command works with one --connection");
    }

    @Test
    void takesNothingFromTheEnvironmentButWhatItRefersTo() throws IOException {
        environment.put("BIRD_CHANNEL_ID", "00000000-0000-4000-8000-000000000000");
        environment.put("BIRD_ACCESS_KEY", SECRET);
        CommandRun run = run("export", "--connection", "support", "--quiet");
        assertThat(run.lines()).hasSize(30);

        write("connections:", "  bare:", "    provider: bird", "    workspaceId: w");
        CommandRun bare = run("list", "--connection", "bare");
        assertThat(bare.code()).isEqualTo(2);
        assertThat(bare.err())
                .isEqualTo("callist: INVALID_CONFIG: connection bare in " + file
                        + ": accessKey is missing; add accessKey: env:BIRD_ACCESS_KEY\n");
    }

    @Test
    void refusesASecretInTheFileWithoutPrintingIt() throws IOException {
        write("connections:", "  mine:", "    provider: bird", "    workspaceId: w", "    accessKey: " + SECRET);
        for (String[] command : List.of(new String[] {"list", "--connection", "mine"}, new String[] {"connections"})) {
            CommandRun run = run(command);
            assertThat(run.code()).isIn(1, 2);
            assertThat(run.err())
                    .isEqualTo("callist: INVALID_CONFIG: connection mine in " + file
                            + ": accessKey is a secret, which must not be in this file;"
                            + " write accessKey: env:BIRD_ACCESS_KEY, or file:PATH\n");
            assertThat(run.out()).doesNotContain(SECRET);
        }
    }

    @Test
    void warnsOfASecretThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("search.key"), PosixFilePermissions.fromString("rw-r--r--"));
        CommandRun run = run("list", "--connection", "north", "--limit", "1");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("callist: warning: connection north: " + folder.resolve("search.key")
                        + " can be read by other users of this machine; run chmod 600\n");
    }

    @Test
    void suggestsTheRightWordForAnUnknownSettingAndName() throws IOException {
        write("connections:", "  mine:", "    provider: bird", "    workspaceID: w", "    accessKey: env:SUPPORT_KEY");
        CommandRun setting = run("list", "--connection", "mine");
        assertThat(setting.code()).isEqualTo(2);
        assertThat(setting.err()).contains("there is no setting workspaceID; did you mean workspaceId?");
        CommandRun name = run("list", "--connection", "mime");
        assertThat(name.code()).isEqualTo(2);
        assertThat(name.err()).contains("there is no connection mime in " + file + "; choose from mine");
        write("connections:", "  mine:", "    provider: " + SECRET);
        CommandRun provider = run("list", "--connection", "mine");
        assertThat(provider.err())
                .contains("provider must be one of bird, plivo-dialer, search, signalwire")
                .doesNotContain(SECRET);
    }

    @Test
    void saysWhatAReferenceLacks() throws IOException {
        write(
                "connections:",
                "  a:",
                "    provider: search",
                "    apiKey: env:NOT_SET",
                "  b:",
                "    provider: search",
                "    apiKey: file:none.key");
        CommandRun run = run("connections");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).containsPattern("a +search +fails +apiKey=env:NOT_SET");
        assertThat(run.err())
                .contains("connection a in " + file + ": apiKey: the environment variable NOT_SET is not set")
                .contains(": apiKey: " + folder.resolve("none.key") + " is not a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conections: {}|line 1: is unknown; the file may contain only 'connections:'",
                "connections: text|line 1: must be the name of a connection",
                "connections:\n  a: {provider: bird}\n  a: {provider: bird}|line 3: is not YAML, or repeats a name",
                "connections:\n  a:\n    provider: bird\n    provider: bird|line 4: is not YAML, or repeats a name",
                "connections:\n  a: &x {provider: bird}|line 2: has an anchor, an alias or a tag",
                "connections:\n  a:\n    provider: !!str secret-canary|line 3: has an anchor, an alias or a tag",
                "connections:\n  a:\n    provider: [secret-canary]|line 3: must have text as the value",
                "connections:\n  a:\n    provider:|must have text as the value",
                "connections:\n  a:\n    workspaceId: secret-canary|which lacks provider: NAME",
                "connections:\n  'a b': {provider: bird}|must be the name of a connection, of letters",
                "connections: [secret-canary]|line 1: must be the name of a connection",
                "connections:\n  a: {provider: secret-canary|is not YAML",
                "connections: {}\n---\nconnections: {}|begins a second document"
            })
    void saysWhereTheFileIsWrong(String textAndMessage) throws IOException {
        String[] parts = textAndMessage.split("\\|", -1);
        Files.writeString(file, parts[0]);
        CommandRun run = run("list", "--connection", "a");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("callist: INVALID_CONFIG: " + file)
                .contains(parts[1])
                .doesNotContain(SECRET);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void refusesOptionsThatNameAnAccountToo() {
        assertThat(run("list", "--connection", "support", "--provider", "bird").err())
                .contains("give either --provider or --connection");
        assertThat(run("sync", "--store", "x.db", "--connection", "support", "--workspace", "w")
                        .err())
                .contains("--workspace cannot be used with --connection; change the connection, or use --provider");
        assertThat(run("export").err()).contains("give --provider or --connection");
    }

    @Test
    void findsTheFileInTheUsersFolders() throws IOException {
        Path config = Files.createDirectories(folder.resolve("home/.config/callist"));
        Files.copy(file, config.resolve("config.yml"));
        Files.copy(folder.resolve("search.key"), config.resolve("search.key"));
        environment.remove("CALLIST_CONFIG");
        environment.put("HOME", folder.resolve("home").toString());
        assertThat(run("connections").lines()).hasSize(4);

        environment.put("XDG_CONFIG_HOME", folder.resolve("xdg").toString());
        CommandRun none = run("connections");
        assertThat(none.code()).isZero();
        assertThat(none.err())
                .isEqualTo("callist: " + folder.resolve("xdg/callist/config.yml")
                        + " has no connections; 'callist connections --help' shows an example\n");
        assertThat(run("list", "--connection", "a").err())
                .contains("there is no connection a, because ")
                .contains("'callist connections --help' shows an example");

        environment.put("CALLIST_CONFIG", folder.resolve("gone.yml").toString());
        assertThat(run("connections").err()).contains("gone.yml does not exist; correct CALLIST_CONFIG");
    }

    private void write(String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    private CommandRun run(String... args) {
        return CommandRun.of(environment, args);
    }
}
