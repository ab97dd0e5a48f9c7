package dev.callist.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist sandbox}: a server to try the other commands on. */
@Command(
        name = "sandbox",
        description = {
            "Serves made-up calls in a provider's own protocol on this machine.",
            "",
            "It prints the commands to try, and runs until Ctrl-C."
        })
final class SandboxCommand implements Callable<Integer> {
    private final Console console;
    private final Providers providers;

    @Option(names = "--provider", paramLabel = "NAME", description = Providers.HELP + " bird by default.")
    private Optional<Provider> provider = Optional.empty();

    @Option(names = "--calls", paramLabel = "N", description = "How many calls; 2345.")
    private int calls = 2345;

    @Option(names = "--port", paramLabel = "N", description = "The port; by default any free one.")
    private int port;

    SandboxCommand(Console console, Providers providers) {
        this.console = console;
        this.providers = providers;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (calls < 0 || port < 0 || port > 65_535) {
            throw Refusal.config("--calls must not be negative, and --port must be 0 to 65535");
        }
        Provider chosen = provider.orElseGet(providers::first);
        CountDownLatch end = new CountDownLatch(1);
        try (SandboxAccount sandbox = chosen.sandbox(calls, port)) {
            console.print(welcome(chosen, sandbox.account()));
            console.out().flush();
            console.cancellation().whenCancelled(end::countDown);
            end.await();
        }
        return ExitCode.DONE;
    }

    private String welcome(Provider chosen, Account account) {
        String secrets = account.environment().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + variable.getValue() + " ")
                .collect(Collectors.joining());
        String start = "  " + secrets + "java -jar " + jar() + " ";
        String whose = " --provider " + chosen.name() + " " + String.join(" ", account.arguments());
        return "The " + chosen.name() + " sandbox serves " + Numbers.counted(calls, "call") + " at "
                + account.baseUrl().map(Object::toString).orElse("-")
                + " until Ctrl-C. To try, in another terminal:\n\n"
                + start + "list" + whose + "\n\n"
                + start + "export" + whose + " --page-size 100\n\n"
                + start + "export" + whose + " --output calls.csv --resume calls.state\n\n"
                + start + "explain" + whose + " --status completed --min-duration 30s\n";
    }

    /** How this program was started, when that was from a jar. */
    private static String jar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && path.indexOf(' ') < 0 && path.indexOf(':') < 0
                ? path
                : "examples/target/callist.jar";
    }
}
