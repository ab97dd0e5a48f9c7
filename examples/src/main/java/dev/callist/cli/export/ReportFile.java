package dev.callist.cli.export;

import dev.callist.cli.console.CommandException;
import dev.callist.report.CallReport;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of a report, which appears under its name when the report is written.
 *
 * @param file its name
 */
public record ReportFile(Path file) {
    /** How a report begins. */
    private static final String MARK = "<!DOCTYPE html>\n<!-- a report of callist -->";

    /**
     * Checks that no file is overwritten, unless it is an earlier report or the user wants it.
     *
     * @throws CommandException INVALID_CONFIG otherwise
     */
    public void check(boolean overwrite) throws IOException {
        if (!Files.isRegularFile(file) || !isReport()) {
            ExportFiles.checkOverwrite("--output", file, overwrite);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw CommandException.invalidConfig(folder + " is not a folder; correct --output");
        }
        if (Files.isDirectory(file)) {
            throw CommandException.invalidConfig(file + " is a folder; give --output the name of a file");
        }
    }

    private boolean isReport() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MARK.length()), StandardCharsets.UTF_8).equals(MARK);
        }
    }

    /**
     * Writes the report. A file that exists is replaced in one step; one that is not regular, such as a pipe, is
     * written to.
     */
    public void write(CallReport report) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                write(report, out);
            }
            return;
        }
        Path named = Files.exists(file) ? file.toRealPath() : file;
        Path part = named.resolveSibling(
                named.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(part.toFile())) {
                write(report, out);
                out.getFD().sync();
            }
            AtomicFiles.replace(named, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(CallReport report, FileOutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        report.write(writer);
        writer.flush();
    }
}
