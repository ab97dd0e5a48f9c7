package dev.callist.cli;

import dev.callist.TimeSource;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.cli.text.CountText;
import dev.callist.cli.text.DurationText;
import dev.callist.provider.ProviderFactory;
import dev.callist.testkit.ChangingCalls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist sandbox}: runs a server to try the other commands on. */
@Command(
        name = "sandbox",
        description = {
            "Runs a server on this machine that serves made-up calls in a provider's protocol.",
            "",
            "Prints commands to try, and runs until Ctrl-C."
        },
        footer = {
            "",
            "Examples:",
            "  callist sandbox --provider plivo-dialer --calls 2345",
            "  callist sandbox --provider bird --live"
        })
final class SandboxCommand implements Callable<Integer> {
    private static final int USUAL_CALLS = 2345;
    private static final Duration LIVE_HISTORY = Duration.ofDays(7);

    private final Console console;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " Default: bird.")
    private Optional<ProviderFactory> provider = Optional.empty();

    @Option(names = "--calls", paramLabel = "N", description = "The number of calls (default: 2345).")
    private Optional<Integer> calls = Optional.empty();

    @Option(
            names = "--live",
            description = "Serves a week of calls that change in real time: they arrive, ring, end, get a price, are"
                    + " corrected, arrive late and are deleted.")
    private boolean isLive;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            description = "With --live: the average time between two calls, 1s to 24h (default: 1m).")
    private Optional<Duration> interval = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --live: the same number and interval give the same calls (default: 1).")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "The port (default: any free port).")
    private int port;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        String chosen = provider.map(ProviderFactory::provider).orElse(SandboxAccount.PROVIDERS.get(0));
        CountDownLatch cancelled = new CountDownLatch(1);
        try (SandboxAccount sandbox = start(chosen)) {
            console.print(welcome(chosen, sandbox));
            console.out().flush();
            console.cancellation().whenCancelled(cancelled::countDown);
            cancelled.await();
        }
        return ExitCode.DONE;
    }

    private void checkOptions() {
        if (calls.filter(number -> number < 0).isPresent() || port < 0 || port > 65_535) {
            throw CommandException.invalidConfig("--calls must not be negative, and --port must be 0 to 65535");
        }
        if (isLive && calls.isPresent()) {
            throw CommandException.invalidConfig("--calls does not work with --live; use --interval");
        }
        if (!isLive && (interval.isPresent() || seed.isPresent())) {
            throw CommandException.invalidConfig("--interval and --seed need --live");
        }
    }

    private SandboxAccount start(String chosen) {
        return isLive
                ? SandboxAccount.startLive(chosen, liveCalls(), port)
                : SandboxAccount.start(chosen, calls.orElse(USUAL_CALLS), port);
    }

    /** The calls of about a week; a sandbox that is started again later the same week has most of them again. */
    private ChangingCalls liveCalls() {
        Instant start = TimeSource.system().now().minus(LIVE_HISTORY).truncatedTo(ChronoUnit.DAYS);
        try {
            return ChangingCalls.of(seed.orElse(1L), start, liveInterval());
        } catch (IllegalArgumentException e) {
            throw CommandException.invalidConfig("--interval must be 1s to 24h");
        }
    }

    private Duration liveInterval() {
        return interval.orElse(Duration.ofMinutes(1));
    }

    private String welcome(String chosen, SandboxAccount sandbox) {
        Account account = sandbox.account();
        String variables = account.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .collect(Collectors.joining());
        String program = "  " + variables + "java -jar " + jar() + " ";
        String options = " --provider " + chosen + " " + String.join(" ", account.arguments());
        String change = isLive
                ? ", which change; one arrives about every " + DurationText.seconds(liveInterval()) + " seconds,"
                : "";
        return "The " + chosen + " sandbox serves "
                + CountText.of(sandbox.server().calls(), "call") + change + " at "
                + sandbox.server().url() + " until you press Ctrl-C. Try these commands in another terminal:\n\n"
                + program + "list" + options + "\n\n"
                + (isLive ? program + "sync" + options + " --store calls.db --every 1m\n\n" : "")
                + program + "export" + options + " --page-size 100\n\n"
                + program + "export" + options + " --output calls.csv --resume calls.state\n\n"
                + program + "explain" + options + " --status completed --min-duration 30s\n";
    }

    /** Returns the jar that this program was started from, or the usual one if it was not started from a jar. */
    private static String jar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && path.indexOf(' ') < 0 && path.indexOf(':') < 0
                ? path
                : "examples/target/callist.jar";
    }
}
