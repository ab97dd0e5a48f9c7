package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListers;
import dev.callist.ListerCheck;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.cli.text.CheckTable;
import dev.callist.cli.text.CountText;
import dev.callist.provider.ProviderFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist check}: compares an account's server with what its provider documents. */
@Command(
        name = "check",
        description = {
            "Shows what this account's server really does, in at most five requests that change nothing.",
            "",
            "Each subject is as expected, differs, or was not seen: a list of a few calls shows little.",
            "Exit code 3 says that something differs. Without --provider it checks every provider that has",
            "credentials in the environment; without credentials, the built-in sandboxes."
        },
        footer = {
            "",
            "Example:",
            "  BIRD_ACCESS_KEY=… callist check --provider bird --workspace W",
            "",
            "The table has no phone number and no name, so it can be sent to others."
        })
final class CheckCommand extends AccountCommand {
    /** So many that the dialer's list goes back more days than its days of a window need. */
    private static final int SANDBOX_CALLS = 8_000;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " May be repeated (default: every provider that has credentials).")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(names = "--quiet", description = CommandHelp.QUIET)
    private boolean quiet;

    CheckCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        try (ProgressDisplay progress = ProgressDisplay.create(console, new OutputStyle(quiet, true))) {
            return check(accountOptions.account(console, progress, true), progress);
        }
    }

    private int check(Account account, ProgressDisplay progress) throws IOException {
        progress.begin();
        List<ChosenAccount> chosen = accountOptions.chosen(console, availableProviders, account, namedProviders);
        if (!chosen.isEmpty()) {
            return checkAll(chosen, progress);
        }
        try (OpenListers listers = new OpenListers()) {
            openSandboxes(listers, availableProviders.withSandbox(), account);
            return check(listers, progress);
        }
    }

    private int checkAll(List<ChosenAccount> accounts, ProgressDisplay progress) throws IOException {
        try (OpenListers listers = new OpenListers()) {
            listers.openAll(accounts);
            return check(listers, progress);
        }
    }

    private void openSandboxes(OpenListers listers, ProviderList providers, Account account) {
        console.printLine("no credentials in the environment (" + providers.secretVariables()
                + "); checking the built-in sandboxes");
        providers.all().forEach(provider -> listers.openSandbox(provider, SANDBOX_CALLS, account.options()));
    }

    private int check(OpenListers listers, ProgressDisplay progress) throws IOException {
        Map<String, ListerCheck> checks = new LinkedHashMap<>();
        boolean areSeveral = listers.all().size() > 1;
        try {
            for (int i = 0; i < listers.all().size(); i++) {
                checks.put(listers.names().get(i), check(listers, i));
            }
        } finally {
            progress.pause();
            if (!checks.isEmpty()) {
                console.print(new CheckTable(
                                console.hasColours(),
                                Optional.of(accountOptions.nameTitle()).filter(title -> areSeveral))
                        .text(checks));
                console.out().flush();
            }
        }
        checks.forEach((name, check) -> console.printLine(name + ": " + summary(check)));
        return checks.values().stream().allMatch(check -> check.differing().isEmpty())
                ? ExitCode.DONE
                : ExitCode.NOT_COMPLETE;
    }

    private ListerCheck check(OpenListers listers, int place) {
        CallLister lister = listers.all().get(place);
        console.cancellation().whenCancelled(lister::close);
        try {
            return CallListers.check(lister);
        } catch (CallListException e) {
            throw listers.all().size() > 1
                    ? CommandException.ofAccount(listers.names().get(place), e)
                    : e;
        }
    }

    private static String summary(ListerCheck check) {
        int differing = check.differing().size();
        return CountText.of(check.requests(), "request") + ", "
                + (differing == 0 ? "nothing differs" : CountText.of(differing, "subject differs", "subjects differ"));
    }
}
