package dev.callist.cli;

import dev.callist.cli.console.Cancellation;
import dev.callist.cli.console.Console;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ProviderList;
import dev.callist.provider.ProviderFactory;
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

/** What a command printed, and its exit code. */
record CommandRun(int code, String out, String err) {
    private static final Logger LOG = Logger.getLogger("dev.callist");

    static final Map<String, String> BIRD_KEY = Map.of("BIRD_ACCESS_KEY", BirdSandbox.ACCESS_KEY);

    static CommandRun of(Map<String, String> environment, String... args) {
        return of(ProviderList.ALL, environment, new Cancellation(), false, args);
    }

    static CommandRun of(
            ProviderList providers,
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
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command on the sandbox's calls, with the right key. */
    static CommandRun on(BirdSandbox sandbox, String command, String... more) {
        return of(BIRD_KEY, args(sandbox, command, more));
    }

    /** Runs a command on the calls of a provider's account, with its credential. */
    static CommandRun on(ProviderFactory provider, Account account, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "--provider", provider.provider()));
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
