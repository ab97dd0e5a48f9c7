package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.console.Console;
import dev.callist.cli.console.ExitCode;
import dev.callist.cli.console.OutputStyle;
import dev.callist.cli.console.ProgressDisplay;
import dev.callist.cli.console.StandardOutput;
import dev.callist.cli.export.CallFormat;
import dev.callist.cli.export.CallFormats;
import dev.callist.cli.export.CallSink;
import dev.callist.cli.export.ExportFiles;
import dev.callist.cli.export.ExportRun;
import dev.callist.cli.export.ExportState;
import dev.callist.cli.export.ResumableFileSink;
import dev.callist.cli.export.StreamSink;
import dev.callist.cli.export.WholeFileSink;
import dev.callist.cli.providers.Account;
import dev.callist.cli.providers.ChosenAccount;
import dev.callist.cli.providers.OpenListers;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.providers.ProviderNames;
import dev.callist.cli.text.CountText;
import dev.callist.provider.ProviderFactory;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist export}: writes all matching calls for other programs to read. */
@Command(
        name = "export",
        description = {
            "Writes all matching calls, newest first: one JSON object on each line, CSV, or Parquet.",
            "",
            "Standard output carries calls only; progress and the final report go to standard error.",
            "",
            "With --output the file appears when the export is done, and not at all if it fails.",
            "With --output and --resume every call ends up in the file exactly once, whatever stops the",
            "export: run the same command again to continue it. --limit then counts the calls of all runs.",
            "To start over, delete both files.",
            "",
            "With several providers, their calls are written as one list. A provider that fails stops the",
            "export; with --skip-failed it is skipped, and with --resume the next run tries it again.",
            "",
            "CSV has a header and fixed columns, or those of --columns; lists are joined with ';', durations are in seconds. A cell",
            "that a spreadsheet would run as a formula starts with an apostrophe instead (numbers such as",
            "+351910000000 do not); --format jsonl keeps every character.",
            "",
            "Parquet has the columns of the table that 'callist sync' keeps."
        },
        footer = {
            "",
            "Examples:",
            "  callist export --provider bird --workspace W --output calls.jsonl --resume calls.state",
            "  callist export --provider search --created-from 2026-03-01 --zone Europe/Lisbon --output march.parquet",
            "  callist export --provider signalwire --provider search | jq -r '.[\"from\"].address'"
        })
final class ExportCommand extends QueryCommand {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = CommandHelp.PROVIDER + " May be repeated: one list of all, newest first.")
    private List<ProviderFactory> namedProviders = new ArrayList<>();

    @Option(names = "--skip-failed", description = CommandHelp.SKIP_FAILED)
    private boolean skipFailed;

    @Option(names = "--limit", paramLabel = "N", description = CommandHelp.LIMIT)
    private Optional<Long> limit = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "jsonl, csv or parquet (default: what the name of the output ends in, else jsonl).")
    private Optional<CallFormat> format = Optional.empty();

    @Option(names = "--columns", paramLabel = "NAME", split = ",", description = CommandHelp.COLUMNS)
    private List<String> columns = new ArrayList<>();

    @Option(names = "--raw", description = "Add the provider's own row to each line, as the field raw.")
    private boolean raw;

    @Option(names = "--seconds", description = CommandHelp.SECONDS)
    private boolean seconds;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "STATE",
            description = "Keep the state of the export in this file, and continue from there; needs --output.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--overwrite", description = "Replace an output file that already exists.")
    private boolean overwrite;

    @Option(names = "--quiet", description = "Print no progress, and no report if the export is complete.")
    private boolean quiet;

    ExportCommand(Console console, ProviderList availableProviders) {
        super(console, availableProviders);
    }

    @Override
    public Integer call() throws IOException {
        checkFileOptions();
        CallFormat chosen = chosenFormat();
        if (state.isPresent()) {
            CallFormats.continued(chosen);
        }
        if (!quiet) {
            queryOptions.echoWindow(console);
        }
        boolean areSeveral = Math.max(namedProviders.size(), accountOptions.connectionCount()) > 1;
        OutputStyle style = new OutputStyle(quiet, areSeveral);
        try (ProgressDisplay progress = ProgressDisplay.create(console, style)) {
            return export(style, progress);
        }
    }

    private int export(OutputStyle style, ProgressDisplay progress) throws IOException {
        Account account = accountOptions.account(console, progress, raw);
        List<ChosenAccount> accounts = chosen(account);
        List<ProviderFactory> providers = ChosenAccount.providers(accounts);
        try (OpenListers listers = new OpenListers()) {
            listers.openAll(accounts);
            CallLister lister = listers.merged(skipFailed, progress);
            CallQuery query = queryOptions.query(providers, limit, lister::plan);
            progress.setGoal(limit, query.createdFrom());
            if (state.filter(Files::exists).isPresent()) {
                progress.ignoreTotal();
            }
            progress.begin();
            return export(new ExportRun(console, style, progress), listers, lister, query);
        }
    }

    private int export(ExportRun run, OpenListers listers, CallLister lister, CallQuery query) throws IOException {
        try {
            return state.isPresent()
                    ? exportResumably(run, lister, query)
                    : exportOnce(run, queryOptions.withConcurrency(lister.list(query)));
        } catch (CallListException e) {
            throw listers.named(e);
        }
    }

    private void checkFileOptions() {
        if (state.isPresent() && overwrite) {
            throw CommandException.invalidConfig(
                    "--overwrite cannot be used with --resume; to start over, delete both files");
        }
        if (state.isPresent() && output.isEmpty()) {
            throw CommandException.invalidConfig("--resume needs --output");
        }
        if (state.isPresent()) {
            queryOptions.requireFixedWindow();
        }
    }

    private List<ChosenAccount> chosen(Account account) {
        if (accountOptions.connectionCount() == 0 && namedProviders.isEmpty()) {
            throw CommandException.invalidConfig("give --provider or --connection");
        }
        return accountOptions.chosen(console, availableProviders, account, namedProviders);
    }

    private int exportOnce(ExportRun run, CallListing listing) throws IOException {
        CallListing limited = limit.map(listing::limit).orElse(listing);
        try (CallSink sink = newSink()) {
            return run.write(limited, sink);
        }
    }

    private CallSink newSink() throws IOException {
        CallFormat chosen = chosenFormat();
        if (output.isEmpty()) {
            return new StreamSink(console.out(), chosen);
        }
        Path file = output.get();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new StreamSink(new StandardOutput(new FileOutputStream(file.toFile())), chosen);
        }
        ExportFiles.checkOverwrite("--output", file, overwrite);
        return WholeFileSink.create(Files.exists(file) ? file.toRealPath() : file, chosen);
    }

    private int exportResumably(ExportRun run, CallLister lister, CallQuery query) throws IOException {
        ExportFiles files =
                new ExportFiles(output.orElseThrow(), state.orElseThrow(), CallFormats.continued(chosenFormat()));
        try (ResumableFileSink sink = ResumableFileSink.open(files)) {
            if (sink.earlierState().isEmpty()) {
                CallListing listing = queryOptions.withConcurrency(lister.list(query));
                return run.write(limit.map(listing::limit).orElse(listing), sink);
            }
            ExportState earlier = sink.earlierState().get();
            CallListing rest = queryOptions.withConcurrency(lister.resume(query, earlier.nextStart()));
            if (earlier.isDone(limit)) {
                return reportDone(files, earlier);
            }
            return run.write(
                    limit.map(most -> rest.limit(most - earlier.calls())).orElse(rest), sink);
        }
    }

    private int reportDone(ExportFiles files, ExportState earlier) {
        String next = earlier.listHasEnded()
                ? "delete it and " + files.stateFile() + " to start over"
                : "give a larger --limit, or none, to continue";
        console.printLine(files.output() + " is finished: " + CountText.of(earlier.calls(), "call") + ", "
                + earlier.completeness() + "; nothing was added (" + next + ")");
        return ExitCode.of(earlier.completeness());
    }

    private CallFormat chosenFormat() {
        CallFormat chosen =
                format.orElseGet(() -> output.map(CallFormats::ofFile).orElseGet(CallFormats::standard));
        if (seconds) {
            chosen = chosen.withSeconds();
        }
        if (raw) {
            chosen = chosen.withRaw();
        }
        return columns.isEmpty() ? chosen : chosen.withColumns(CommandHelp.columns(columns));
    }
}
