package dev.callist.cli;

import dev.callist.cli.console.CommandException;
import dev.callist.cli.providers.ProviderList;
import dev.callist.cli.text.CallColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * What the help of all commands has in common: {@code --help}, {@code --version}, exit codes and shared descriptions.
 */
final class CommandHelp {
    static final String PROVIDER = "Provider: ${COMPLETION-CANDIDATES}.";
    static final String SKIP_FAILED =
            "Skip a provider that fails, report it and continue with the others; exit code 3.";
    static final String POSTGRESQL = "jdbc:postgresql://HOST/DATABASE?user=NAME with the password in PGPASSWORD.";
    static final String QUIET = "Prints no progress.";
    static final String COLUMNS =
            "The columns, separated by commas, such as id,createdAt,from,duration; a wrong name prints all.";
    static final String SECONDS = "Add durationSeconds and talkTimeSeconds, as numbers.";
    static final String LIMIT = "Only the newest N calls.";
    static final String ACCOUNT_HEADING = "%nAccount and connection:%n";
    static final String QUERY_HEADING = "%nFilters and paging:%n";

    private static final int WIDTH = 100;

    private CommandHelp() {}

    static void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.version("callist " + version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
        spec.usageMessage()
                .width(WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .parameterListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
    }

    /** Returns the columns that {@code --columns} names. */
    static List<CallColumn> columns(List<String> names) {
        try {
            return CallColumn.named(names);
        } catch (TypeConversionException e) {
            throw CommandException.invalidConfig(String.valueOf(e.getMessage()));
        }
    }

    /** Lists the settings of all providers below the commands. */
    static void addSettings(CommandLine command, ProviderList providers) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Settings come from environment variables or a connection; a secret is never an option:");
        lines.addAll(providers.settingsHelp());
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        lines.addAll(List.of(usage.footer()));
        usage.footer(lines.toArray(String[]::new));
    }

    /** Returns the version of the jar, or {@code development} if the program does not run from a jar. */
    static String version() {
        String version = CommandHelp.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done, and the result is complete (a reached --limit counts as complete)");
        codes.put("1", "failed: one line 'callist: KIND: …' on standard error gives the reason");
        codes.put("2", "invalid usage or configuration");
        codes.put("3", "done, but calls may be missing (INCOMPLETE or UNKNOWN), or check or verify found a difference");
        codes.put("130, 141", "stopped by Ctrl-C (130) or by a closed pipe, such as '| head' (141)");
        return codes;
    }
}
