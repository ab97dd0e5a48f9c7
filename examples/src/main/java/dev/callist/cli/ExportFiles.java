package dev.callist.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which output files an export may write; the rest is {@link Refusal}. */
final class ExportFiles {
    private ExportFiles() {}

    /** Nothing that is there already is overwritten unless that was asked for. */
    static void checkNew(Path output, boolean overwrite) throws IOException {
        if (!overwrite && Files.isRegularFile(output) && Files.size(output) > 0) {
            throw Refusal.config(output + " is there already; give --overwrite to replace it, or another --output");
        }
    }

    /** Refuses what would leave an empty file behind if it were found out later. */
    static void checkBeforeOpening(Path output, Path stateFile) throws IOException {
        if (output.toAbsolutePath()
                .normalize()
                .equals(stateFile.toAbsolutePath().normalize())) {
            throw Refusal.config("--output and --resume must be two files");
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw Refusal.config(output + " is no regular file; --resume needs one");
        }
        if (Files.notExists(output)) {
            checkLength(output, stateFile, 0, ExportState.read(stateFile));
        }
    }

    static void check(Path output, Path stateFile, CallFormat format, long length, Optional<ExportState> state) {
        if (state.isEmpty()) {
            if (length > 0) {
                throw Refusal.config(output + " is there already and " + stateFile + " does not say how it came about; "
                        + "delete it, or give another --output");
            }
            return;
        }
        ExportState known = state.get();
        if (!known.output().equals(String.valueOf(output.getFileName()))) {
            throw Refusal.state(stateFile + " belongs to the output " + known.output());
        }
        if (!known.format().equals(format.name())) {
            throw Refusal.state(stateFile + " belongs to an export as " + known.format());
        }
        checkLength(output, stateFile, length, state);
    }

    private static void checkLength(Path output, Path stateFile, long length, Optional<ExportState> state) {
        if (state.isPresent() && length < state.get().bytes()) {
            throw Refusal.state(output + " is shorter than " + stateFile + " says (" + length + " of "
                    + state.get().bytes() + " bytes); delete both to start over");
        }
    }
}
