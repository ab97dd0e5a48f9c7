package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that appears under its name when the export is done, and not at all when it fails. */
final class WholeFile implements CallSink {
    private final Path file;
    private final Path part;
    private final FileOutputStream descriptor;
    private final OutputStream out;
    private final byte[] header;

    private WholeFile(Path file, Path part, FileOutputStream descriptor, byte[] header) {
        this.file = file;
        this.part = part;
        this.descriptor = descriptor;
        this.header = header;
        this.out = new BufferedOutputStream(descriptor, 1 << 16);
    }

    static WholeFile create(Path file, byte[] header) throws IOException {
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new WholeFile(file, part, new FileOutputStream(part.toFile()), header);
    }

    @Override
    public void start(CallIterator walk) throws IOException {
        out.write(header);
    }

    @Override
    public void write(byte[] row) throws IOException {
        out.write(row);
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        out.flush();
        descriptor.getFD().sync();
        out.close();
        Durable.move(part, file);
        return walk.report().completeness();
    }

    @Override
    public String afterwards(long calls) {
        return calls == 0
                ? ""
                : "nothing was kept of " + Numbers.counted(calls, "call") + "; with --resume it would be";
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
