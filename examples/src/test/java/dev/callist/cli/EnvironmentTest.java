package dev.callist.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.cli.providers.SandboxAccount;
import dev.callist.testkit.BirdSandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment of the command line can do: proxies, locales, and keys with a line break. */
class EnvironmentTest {
    private static final String PASSWORD = "the-password-of-the-proxy";
    private static final String WHO =
            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy"})
    void asksTheProxyForATunnel(String variable) throws IOException {
        try (FakeProxy proxy = new FakeProxy("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")) {
            CommandRun run = export(Map.of(variable, proxy.url("")));
            assertThat(proxy.heads).isNotEmpty().allMatch(head -> head.startsWith("CONNECT api.bird.com:443 "));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("callist: NETWORK: ")
                    .contains("the proxy failed, not the provider: check HTTPS_PROXY");
        }
    }

    @Test
    void prefersTheLowerCaseVariable() throws IOException {
        try (FakeProxy proxy = new FakeProxy(WHO)) {
            export(Map.of("https_proxy", proxy.url(""), "HTTPS_PROXY", "http://127.0.0.1:1"));
            assertThat(proxy.heads).isNotEmpty();
        }
    }

    @Test
    void sendsTheCredentialsOfTheProxyToTheProxyAndPrintsThemNowhere() throws IOException {
        try (FakeProxy proxy = new FakeProxy(WHO)) {
            CommandRun run =
                    export(Map.of("HTTPS_PROXY", proxy.url("us%40er:" + PASSWORD + "@"), "CALLIST_DEBUG", "1"));
            assertThat(proxy.heads).anyMatch(head -> head.contains("Proxy-Authorization: Basic "));
            assertThat(proxy.heads).noneMatch(head -> head.contains("AccessKey"));
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("callist: NETWORK: ", "HTTPS_PROXY").doesNotContain(PASSWORD, "us@er");
        }
    }

    @Test
    void blamesAProxyThatIsGone() throws IOException {
        FakeProxy gone = new FakeProxy(WHO);
        gone.close();
        CommandRun run = export(Map.of("HTTPS_PROXY", gone.url("u:" + PASSWORD + "@")));
        assertThat(run.err()).contains("the proxy failed, not the provider").doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "'127.0.0.1', true",
        "'localhost, 127.0.0.1', true",
        "'*', true",
        "'.0.0.1', true",
        "'127.0.0.1:1', false",
        "'example.com', false",
        "'27.0.0.1', false",
        "'', false",
    })
    void goesAroundTheProxyForTheHostsOfNoProxy(String hosts, boolean goesAround) throws IOException {
        try (FakeProxy proxy = new FakeProxy("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n");
                BirdSandbox sandbox = BirdSandbox.start(3)) {
            Map<String, String> environment = new HashMap<>(CommandRun.BIRD_KEY);
            environment.put("HTTP_PROXY", proxy.url(""));
            environment.put("no_proxy", hosts);
            CommandRun run = CommandRun.of(environment, CommandRun.args(sandbox, "export", "--max-attempts", "1"));
            assertThat(run.code()).isEqualTo(goesAround ? 0 : 1);
            assertThat(sandbox.requestCount()).isEqualTo(goesAround ? 1 : 0);
            assertThat(proxy.heads).hasSize(goesAround ? 0 : 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"socks5://127.0.0.1:1", "https://127.0.0.1:1", "http://", "http://a b:1", "http://u:pa ss@"})
    void refusesAProxyThatIsNoUrlOfAnHttpProxy(String url) {
        CommandRun run = export(Map.of("HTTPS_PROXY", url));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("callist: INVALID_CONFIG: HTTPS_PROXY is not the URL of an HTTP proxy; write it like"
                        + " http://proxy.example.com:3128\n");
    }

    @Test
    void usesNoProxyForTheBuiltInSandboxes() {
        CommandRun run = CommandRun.of(Map.of("HTTP_PROXY", "http://127.0.0.1:1"), "list");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--tag M\uFFFD\uFFFDller|the value of --tag has",
                "--tag=M\uFFFDller|the value of --tag has",
                "--from x\uDC80|the value of --from has",
                "--output M\uFFFDller.csv|the value of --output has",
                "M\uFFFDller|argument 4 has",
            })
    void refusesAnArgumentThatTheLocaleCouldNotDecode(String arguments, String subject) {
        List<String> args = new ArrayList<>(List.of("export", "--provider", "bird"));
        args.addAll(List.of(arguments.split(" ", -1)));
        CommandRun run = CommandRun.of(CommandRun.BIRD_KEY, args.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(subject).contains("set LC_ALL=C.UTF-8").doesNotContain("ller", "\tat ");
        assertThat(run.err().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"C, 2", "POSIX, 2", "C.UTF-8, 0"})
    void refusesWhatALocaleMadeOfAnArgument(String locale, int code) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", "-c", "exec \"$@\" \"$(printf 'M\\303\\274ller')\"", "sh"));
        command.addAll(CallistProcess.command("explain", "--provider", "bird", "--tag"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isEqualTo(code);
        assertThat(printed).contains(code == 0 ? "tag=****" : "the value of --tag has");
    }

    @Test
    void readsAnArgumentWithAnyCharacterThatWasDecoded() {
        CommandRun run = CommandRun.of(Map.of(), "explain", "--provider", "bird", "--tag", "M\u00fcller \ud83d\ude00");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not a url|--base-url is not a URL (see position 3); write it like https://api.example.com/v1",
                "api.bird.com|--base-url must be an absolute http or https URL",
                "ftp://api.bird.com|--base-url must be an absolute http or https URL",
                "http://api.bird.com|--base-url must be https; http is allowed for loopback addresses only",
                "https://user:secret@api.bird.com|--base-url must not contain a user",
                "https://api.bird.com?a=b|--base-url must not have a query or fragment",
                "https://[::1|--base-url is not a URL",
            })
    void saysInItsOwnWordsWhatIsWrongWithABaseUrl(String url, String message) {
        CommandRun run = CommandRun.of(
                CommandRun.BIRD_KEY, "export", "--provider", "bird", "--workspace", "w", "--base-url", url);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("callist: INVALID_CONFIG: " + message)
                .doesNotContain("Exception", "java.", "secret");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void namesTheVariableThatABaseUrlCameFrom() {
        CommandRun run = CommandRun.of(
                Map.of("SEARCH_API_KEY", "k", "SEARCH_BASE_URL", "http://api.example.com"),
                "export",
                "--provider",
                "search");
        assertThat(run.err()).startsWith("callist: INVALID_CONFIG: SEARCH_BASE_URL must be https");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bird|BIRD_ACCESS_KEY",
                "signalwire|SIGNALWIRE_API_TOKEN",
                "plivo-dialer|PLIVO_DIALER_ACCESS_TOKEN",
                "search|SEARCH_API_KEY"
            })
    void saysThatAKeyEndsInALineBreak(String provider, String variable) {
        Map<String, String> defects = Map.of(
                "made-up-key\n", "ends in a line break; remove it",
                "made-up-key\r\n", "ends in a line break; remove it",
                "made-up key", "has a space at position 7",
                "made-up\u0000key", "has a control character at position 7",
                "made-up\u00e9key", "has an illegal character at position 7");
        try (SandboxAccount sandbox = SandboxAccount.start(provider, 1, 0)) {
            defects.forEach((key, defect) -> {
                Map<String, String> environment =
                        new HashMap<>(sandbox.account().environment());
                environment.put(variable, key);
                List<String> args = new ArrayList<>(List.of("export", "--provider", provider));
                args.addAll(sandbox.account().arguments());
                CommandRun run = CommandRun.of(environment, args.toArray(String[]::new));
                assertThat(run.code()).isEqualTo(2);
                assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: " + variable + " " + defect + "\n");
            });
            assertThat(sandbox.server().requestCount()).isZero();
        }
    }

    @Test
    void saysThatAnIdEndsInALineBreak() {
        CommandRun run = CommandRun.of(
                Map.of("BIRD_ACCESS_KEY", "k", "BIRD_WORKSPACE_ID", "w\n"), "export", "--provider", "bird");
        assertThat(run.err()).isEqualTo("callist: INVALID_CONFIG: BIRD_WORKSPACE_ID ends in a line break; remove it\n");
    }

    private static CommandRun export(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(CommandRun.BIRD_KEY);
        return CommandRun.of(environment, "export", "--provider", "bird", "--workspace", "w", "--max-attempts", "1");
    }

    /** A proxy that gives every request the same answer and keeps the heads of the requests. */
    private static final class FakeProxy implements AutoCloseable {
        final List<String> heads = new CopyOnWriteArrayList<>();
        private final ServerSocket server;
        private final String answer;

        FakeProxy(String answer) throws IOException {
            this.answer = answer;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        String url(String user) {
            return "http://" + user + "127.0.0.1:" + server.getLocalPort();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
                    StringBuilder head = new StringBuilder();
                    for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                        head.append(line).append('\n');
                    }
                    if (head.length() > 0) {
                        heads.add(head.toString());
                        client.getOutputStream().write(answer.getBytes(ISO_8859_1));
                    }
                } catch (IOException e) {
                    heads.remove("");
                }
            }
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
