package dev.callist.cli;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.Provider;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.SandboxAccount;
import dev.callist.cli.text.CountText;
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
    private final ProviderList providers;

    @Option(names = "--provider", paramLabel = "NAME", description = CommandHelp.PROVIDER + " Default: bird.")
    private Optional<Provider> provider = Optional.empty();

    @Option(names = "--calls", paramLabel = "N", description = "The number of calls (default: 2345).")
    private int calls = 2345;

    @Option(names = "--port", paramLabel = "N", description = "The port (default: any free port).")
    private int port;

    SandboxCommand(Console console, ProviderList providers) {
        this.console = console;
        this.providers = providers;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls < 0 || port < 0 || port > 65_535) {
            throw CommandException.invalidConfig("--calls must not be negative, and --port must be 0 to 65535");
        }
        Provider chosen = provider.orElseGet(providers::first);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (SandboxAccount sandbox = chosen.startSandbox(calls, port)) {
            console.print(welcome(chosen, sandbox.account()));
            console.out().flush();
            console.cancellation().whenCancelled(cancelled::countDown);
            cancelled.await();
        }
        return ExitCode.DONE;
    }

    private String welcome(Provider chosen, Account account) {
        String variables = account.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .collect(Collectors.joining());
        String program = "  " + variables + "java -jar " + jar() + " ";
        String options = " --provider " + chosen.name() + " " + String.join(" ", account.arguments());
        return "The " + chosen.name() + " sandbox serves " + CountText.of(calls, "call") + " at "
                + account.baseUrl().map(Object::toString).orElse("-")
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
