package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import dev.callist.cli.text.CountText;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that appears under its name when the export is done, and not at all if it fails. */
public final class WholeFileSink implements CallSink {
    private final Path file;
    private final Path part;
    private final FileOutputStream descriptor;
    private final OutputStream out;
    private final CallWriter writer;

    private WholeFileSink(Path file, Path part, FileOutputStream descriptor, CallFormat format) throws IOException {
        this.file = file;
        this.part = part;
        this.descriptor = descriptor;
        this.out = new BufferedOutputStream(descriptor, 1 << 16);
        this.writer = format.writer(out);
    }

    /** Creates the sink for a file, which is not touched before the export is done. */
    public static WholeFileSink create(Path file, CallFormat format) throws IOException {
        Path part = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        return new WholeFileSink(file, part, new FileOutputStream(part.toFile()), format);
    }

    @Override
    public void write(Call call) throws IOException {
        writer.write(call);
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        writer.finish();
        out.flush();
        descriptor.getFD().sync();
        out.close();
        AtomicFiles.replace(file, part);
        return walk.report().completeness();
    }

    @Override
    public String failureNote(long calls) {
        return calls == 0 ? "" : CountText.of(calls, "call") + " discarded; use --resume to keep calls after a failure";
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
