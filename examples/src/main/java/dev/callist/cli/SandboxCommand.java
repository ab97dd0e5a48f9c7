package dev.callist.cli;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.cli.text.CountText;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
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
        })
final class SandboxCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--provider", paramLabel = "NAME", description = CommandHelp.PROVIDER + " Default: bird.")
    private Optional<ProviderFactory> provider = Optional.empty();

    @Option(names = "--calls", paramLabel = "N", description = "The number of calls (default: 2345).")
    private int calls = 2345;

    @Option(names = "--port", paramLabel = "N", description = "The port (default: any free port).")
    private int port;

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls < 0 || port < 0 || port > 65_535) {
            throw CommandException.invalidConfig("--calls must not be negative, and --port must be 0 to 65535");
        }
        String chosen = provider.map(ProviderFactory::provider).orElse(SandboxAccount.PROVIDERS.get(0));
        CountDownLatch cancelled = new CountDownLatch(1);
        try (SandboxAccount sandbox = SandboxAccount.start(chosen, calls, port)) {
            console.print(welcome(chosen, sandbox));
            console.out().flush();
            console.cancellation().whenCancelled(cancelled::countDown);
            cancelled.await();
        }
        return ExitCode.DONE;
    }

    private String welcome(String chosen, SandboxAccount sandbox) {
        Account account = sandbox.account();
        String variables = account.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .collect(Collectors.joining());
        String program = "  " + variables + "java -jar " + jar() + " ";
        String options = " --provider " + chosen + " " + String.join(" ", account.arguments());
        return "The " + chosen + " sandbox serves " + CountText.of(calls, "call") + " at "
                + sandbox.server().url()
                + " until you press Ctrl-C. Try these commands in another terminal:\n\n"
                + program + "list" + options + "\n\n"
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
