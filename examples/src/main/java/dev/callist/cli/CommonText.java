package dev.callist.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What every command's help has: {@code --help}, {@code --version}, the exit codes. */
final class CommonText {
    private static final int WIDTH = 100;

    private CommonText() {}

    static void addTo(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        line.getCommandSpec().mixinStandardHelpOptions(true).version("callist " + version());
        usage.width(WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .parameterListHeading("%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
    }

    /** The version of the jar; {@code development} when there is no jar. */
    static String version() {
        String version = Callist.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done, and complete (a reached --limit included)");
        codes.put("1", "failed: one line 'callist: KIND: …' on stderr says how");
        codes.put("2", "wrong usage or configuration");
        codes.put("3", "done, but calls may be missing: the report says INCOMPLETE or UNKNOWN");
        codes.put("130, 141", "stopped by Ctrl-C; by a closed pipe, such as '| head'");
        return codes;
    }
}
