package dev.callist.cli;

import dev.callist.CallListException;
import dev.callist.CallLister;
import dev.callist.CallListing;
import dev.callist.CallQuery;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code callist export}: all matching calls, for programs. */
@Command(
        name = "export",
        description = {
            "Writes all matching calls, newest first: one JSON object a line, or CSV.",
            "",
            "Standard output carries calls only; progress and the final report go to standard error.",
            "",
            "With --output the file appears when the export is done, and not at all if it fails.",
            "With --output and --resume every call ends up in the file exactly once, whatever stops the",
            "export: run the same command again, and it goes on where it stood. --limit then counts the",
            "calls of all runs. To start over, delete both files.",
            "",
            "With several providers the calls of all of them come as one list. One that fails stops the",
            "export; with --skip-failed it is left out, and with --resume the next run asks it again.",
            "",
            "CSV has a header and fixed columns; lists are joined with ';', durations are in seconds. A cell",
            "that a spreadsheet would run as a formula gets an apostrophe in front (numbers such as",
            "+351910000000 do not); --format jsonl keeps every character."
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            required = true,
            description = Providers.HELP + " May be repeated: one list of all, newest first.")
    private List<Provider> providers = new ArrayList<>();

    @Option(names = "--skip-failed", description = Providers.SKIP_FAILED_HELP)
    private boolean skipFailed;

    @ArgGroup(validate = false, heading = "%nWhose calls, and how they are reached:%n", order = 1)
    private AccountOptions accountOptions = new AccountOptions();

    @ArgGroup(validate = false, heading = "%nWhich calls, and how many at once:%n", order = 2)
    private QueryOptions queryOptions = new QueryOptions();

    @Option(names = "--limit", paramLabel = "N", description = "The newest N calls only.")
    private Optional<Long> limit = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "jsonl or csv; by default csv when the output's name ends in .csv, else jsonl.")
    private Optional<CallFormat> format = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Writes there instead of standard output.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--resume",
            paramLabel = "STATE",
            description = "Keeps in this file how far the export has come, and goes on from there; needs --output.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--overwrite", description = "Replaces an output file that is there already.")
    private boolean overwrite;

    @Option(names = "--quiet", description = "No progress, and no report when the export is complete.")
    private boolean quiet;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (state.isPresent() && (output.isEmpty() || overwrite)) {
            throw Refusal.config(
                    overwrite
                            ? "--overwrite and --resume exclude each other; delete the two files to start over"
                            : "--resume needs --output");
        }
        Progress progress = new Progress(console, quiet, isOfSeveral());
        Account account = accountOptions.account(console, progress);
        account.refuseBaseUrlOfSeveral(providers);
        try (Sources sources = new Sources()) {
            providers.forEach(provider -> open(sources, provider, account));
            CallLister lister = sources.lister(skipFailed);
            CallQuery query = queryOptions.query(limit, lister::plan);
            progress.expect(limit, query.createdFrom());
            Export export = new Export(console, chosenFormat(), progress, quiet, isOfSeveral());
            return state.isPresent()
                    ? resume(export, lister, query)
                    : run(export, queryOptions.settings(lister.list(query)));
        } catch (CallListException e) {
            throw isOfSeveral() ? Failures.ofSeveral(e) : e;
        } finally {
            progress.clear();
        }
    }

    private void open(Sources sources, Provider provider, Account account) {
        try {
            sources.open(provider, account);
        } catch (Refusal e) {
            throw isOfSeveral() ? e.of(provider) : e;
        }
    }

    private boolean isOfSeveral() {
        return providers.size() > 1;
    }

    private int run(Export export, CallListing listing) throws IOException {
        CallListing limited = limit.map(listing::limit).orElse(listing);
        try (CallSink sink = freshSink()) {
            return export.run(limited, sink);
        }
    }

    private CallSink freshSink() throws IOException {
        byte[] header = chosenFormat().header();
        if (output.isEmpty()) {
            return new StreamSink(console.out(), header);
        }
        Path file = output.get();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return new StreamSink(new FileOutputStream(file.toFile()), header);
        }
        ExportFiles.checkNew(file, overwrite);
        return WholeFile.create(Files.exists(file) ? file.toRealPath() : file, header);
    }

    private int resume(Export export, CallLister lister, CallQuery query) throws IOException {
        Path file = output.orElseThrow();
        Path stateFile = state.orElseThrow();
        try (ResumableFile sink = ResumableFile.open(file, stateFile, chosenFormat())) {
            if (sink.earlier().isEmpty()) {
                CallListing listing = queryOptions.settings(lister.list(query));
                return export.run(limit.map(listing::limit).orElse(listing), sink);
            }
            ExportState known = sink.earlier().get();
            CallListing rest = queryOptions.settings(lister.resume(query, known.place()));
            if (known.isEnough(limit)) {
                console.note(file + " is finished: " + Numbers.counted(known.calls(), "call") + ", "
                        + known.completeness() + "; nothing was added (delete it and " + stateFile + " to start over)");
                return ExitCode.of(known.completeness());
            }
            return export.run(
                    limit.map(most -> rest.limit(most - known.calls())).orElse(rest), sink);
        }
    }

    private CallFormat chosenFormat() {
        boolean isCsv = output.map(file -> file.toString().toLowerCase(Locale.ROOT))
                .filter(name -> name.endsWith(".csv"))
                .isPresent();
        return format.orElseGet(() -> CallFormat.named(isCsv ? "csv" : "jsonl"));
    }
}
