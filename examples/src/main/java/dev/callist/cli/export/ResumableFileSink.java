package dev.callist.cli.export;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
import dev.callist.cli.console.CommandException;
import dev.callist.cli.text.CountText;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes a file and its state file. At any moment the state holds a length of the file and the resume point that
 * follows it; the next run truncates the file to that length. A lock on the file prevents a second export. One
 * descriptor serves all purposes, because closing another one would release the lock.
 */
public final class ResumableFileSink implements CallSink {
    private static final int MAX_UNSAVED_CALLS = 1000;
    private static final long MAX_UNSAVED_NANOS = 2_000_000_000;

    private final ExportFiles files;
    private final RandomAccessFile file;
    private final Optional<ExportState> earlierState;
    private final CRC32 checksum = new CRC32();
    private final OutputStream out;
    private long bytes;
    private long calls;
    private long unsavedCalls;
    private long savedAtNanos = System.nanoTime();

    private ResumableFileSink(ExportFiles files, RandomAccessFile file, Optional<ExportState> earlierState)
            throws IOException {
        this.files = files;
        this.file = file;
        this.earlierState = earlierState;
        this.out = new CheckedOutputStream(
                new BufferedOutputStream(new FileOutputStream(file.getFD()), 1 << 16), checksum);
        this.bytes = earlierState.map(ExportState::bytes).orElse(0L);
        this.calls = earlierState.map(ExportState::calls).orElse(0L);
    }

    /** Opens and locks the output, and checks that it is the file that the state describes. */
    public static ResumableFileSink open(ExportFiles files) throws IOException {
        files.checkBeforeOpening();
        RandomAccessFile file = new RandomAccessFile(files.output().toFile(), "rw");
        try {
            lock(file, files.output());
            Optional<ExportState> state = ExportState.read(files.stateFile());
            files.checkState(file.length(), state);
            ResumableFileSink sink = new ResumableFileSink(files, file, state);
            sink.checkContent();
            return sink;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The state that earlier runs left; absent in the first run. */
    public Optional<ExportState> earlierState() {
        return earlierState;
    }

    @Override
    public long earlierCalls() {
        return earlierState.map(ExportState::calls).orElse(0L);
    }

    @Override
    public void start(CallIterator walk) throws IOException {
        file.setLength(bytes);
        file.seek(bytes);
        save(walk, false);
        if (bytes == 0) {
            append(files.format().header());
        }
    }

    @Override
    public void write(Call call) throws IOException {
        append(files.format().row(call));
        calls++;
        unsavedCalls++;
    }

    @Override
    public void checkpoint(CallIterator walk) throws IOException {
        if (unsavedCalls >= MAX_UNSAVED_CALLS || System.nanoTime() - savedAtNanos > MAX_UNSAVED_NANOS) {
            save(walk, false);
        }
    }

    @Override
    public void walkFailed(CallIterator walk) throws IOException {
        save(walk, false);
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        save(walk, isDone(walk));
        return completeness(walk, true);
    }

    /** Returns whether another run would add nothing. A merged walk that skipped a provider can still be resumed. */
    private static boolean isDone(CallIterator walk) {
        boolean limitReached = walk.report().endReason().equals(Optional.of(EndReason.LIMIT));
        return limitReached || walk.resumePoint().isEnd();
    }

    @Override
    public String failureNote(long allCalls) {
        return CountText.of(allCalls, "call") + " saved; run the same command again to continue";
    }

    @Override
    public String limitNote() {
        return "stopped at --limit; run the same command with a larger one, or without it, to continue";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void append(byte[] content) throws IOException {
        out.write(content);
        bytes += content.length;
    }

    private void save(CallIterator walk, boolean finished) throws IOException {
        out.flush();
        file.getFD().sync();
        new ExportState(
                        ExportState.CURRENT_VERSION,
                        files.outputName(),
                        files.format().name(),
                        bytes,
                        checksum.getValue(),
                        calls,
                        finished,
                        completeness(walk, finished),
                        walk.resumePoint().toString())
                .write(files.stateFile());
        unsavedCalls = 0;
        savedAtNanos = System.nanoTime();
    }

    /** Returns the worse of the completeness of earlier runs and of this one. */
    private Completeness completeness(CallIterator walk, boolean finished) {
        Completeness earlier = earlierState.map(ExportState::completeness).orElse(Completeness.COMPLETE);
        Completeness current =
                finished || walk.report().rejected() > 0 ? walk.report().completeness() : Completeness.COMPLETE;
        return current.compareTo(earlier) > 0 ? current : earlier;
    }

    private void checkContent() throws IOException {
        byte[] buffer = new byte[1 << 16];
        file.seek(0);
        for (long left = bytes; left > 0; ) {
            int read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                break;
            }
            checksum.update(buffer, 0, read);
            left -= read;
        }
        if (earlierState.isPresent() && earlierState.get().crc32() != checksum.getValue()) {
            throw CommandException.invalidState(files.output() + " has changed since the export stopped; delete it and "
                    + files.stateFile() + " to start over");
        }
    }

    private static void lock(RandomAccessFile file, Path output) throws IOException {
        FileLock lock;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            throw inUse(output);
        }
        if (lock == null) {
            throw inUse(output);
        }
    }

    private static CommandException inUse(Path output) {
        return CommandException.invalidState("another export is writing " + output + "; wait until it ends");
    }
}
