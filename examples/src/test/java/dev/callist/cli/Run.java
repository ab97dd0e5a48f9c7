package dev.callist.cli;

import dev.callist.testkit.BirdSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What a run of the command line printed, and its exit code. */
record Run(int code, String out, String err) {
    private static final Logger LOG = Logger.getLogger("dev.callist");

    static final Map<String, String> KEY = Map.of("BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY);

    static Run of(Map<String, String> environment, String... args) {
        return of(Providers.ALL, environment, new Cancellation(), false, args);
    }

    static Run of(
            Providers providers,
            Map<String, String> environment,
            Cancellation cancellation,
            boolean onTerminal,
            String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(err, true, StandardCharsets.UTF_8);
        LOG.setLevel(Level.OFF);
        int code = new Callist(new Console(out, printer, environment, onTerminal, onTerminal, cancellation), providers)
                .run(args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A command on the sandbox's calls, with the right key. */
    static Run on(BirdSandbox sandbox, String command, String... more) {
        return of(KEY, args(sandbox, command, more));
    }

    /** A command on the calls of any provider's sandbox, with the right credential. */
    static Run on(Provider provider, Account account, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "--provider", provider.name()));
        args.addAll(account.arguments());
        args.addAll(List.of(more));
        return of(account.environment(), args.toArray(String[]::new));
    }

    static String[] args(BirdSandbox sandbox, String command, String... more) {
        List<String> account = List.of(
                "--provider",
                "bird",
                "--base-url",
                sandbox.url().toString(),
                "--workspace",
                BirdSandbox.WORKSPACE_ID,
                "--channel",
                BirdSandbox.CHANNEL_ID);
        List<String> args = new ArrayList<>();
        args.add(command);
        args.addAll(account);
        Stream.of(more).forEach(args::add);
        return args.toArray(String[]::new);
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
