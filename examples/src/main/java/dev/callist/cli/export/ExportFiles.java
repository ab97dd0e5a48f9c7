package dev.callist.cli.export;

import dev.callist.cli.console.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The two files of a resumable export. The checks throw a {@link CommandException} if the export must not write them.
 *
 * @param output receives the calls
 * @param stateFile keeps how much of the export is done
 * @param format of the output
 */
public record ExportFiles(Path output, Path stateFile, LineFormat format) {
    /** Checks that no existing file is overwritten without {@code --overwrite}. */
    public static void checkOverwrite(String option, Path output, boolean overwrite) throws IOException {
        if (!overwrite && Files.isRegularFile(output) && Files.size(output) > 0) {
            throw CommandException.invalidConfig(
                    output + " already exists; use --overwrite to replace it, or choose another " + option);
        }
    }

    /** Checks the files before the output is created, so that a rejected command leaves no empty file. */
    void checkBeforeOpening() throws IOException {
        if (output.toAbsolutePath()
                .normalize()
                .equals(stateFile.toAbsolutePath().normalize())) {
            throw CommandException.invalidConfig("--output and --resume name the same file; use two different files");
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw CommandException.invalidConfig(
                    output + " is not a regular file; with --resume the output must be a regular file");
        }
        if (Files.notExists(output)) {
            checkLength(0, ExportState.read(stateFile));
        }
    }

    /** Checks that an output of this length is the one that the state describes. */
    void checkState(long length, Optional<ExportState> state) {
        if (state.isEmpty()) {
            if (length > 0) {
                throw CommandException.invalidConfig(output + " already exists, but " + stateFile
                        + " has no record of it; delete " + output + " or choose another --output");
            }
            return;
        }
        ExportState savedState = state.get();
        if (!savedState.output().equals(outputName())) {
            throw CommandException.invalidState(stateFile + " belongs to the output " + savedState.output()
                    + "; use that --output, or another --resume");
        }
        if (!savedState.format().equals(format.name())) {
            throw CommandException.invalidState(stateFile + " belongs to an export in the format " + savedState.format()
                    + "; use that --format, or another --output and --resume");
        }
        checkLength(length, state);
    }

    /** The name of the output file without its directory. */
    String outputName() {
        return String.valueOf(output.getFileName());
    }

    private void checkLength(long length, Optional<ExportState> state) {
        if (state.isPresent() && length < state.get().bytes()) {
            throw CommandException.invalidState(output + " is shorter than " + stateFile + " says (" + length + " of "
                    + state.get().bytes() + " bytes); delete both files to start over");
        }
    }
}
