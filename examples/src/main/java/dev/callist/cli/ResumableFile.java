package dev.callist.cli;

import dev.callist.CallIterator;
import dev.callist.ListingReport.Completeness;
import dev.callist.ListingReport.EndReason;
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
 * A file and its state file. At any moment the state names a length of the file, and the place in the list that follows
 * it; whatever the file holds beyond is cut off by the next run. A lock on the file keeps a second export out: one
 * descriptor does everything, because closing another would release it.
 */
final class ResumableFile implements CallSink {
    private static final int MOST_CALLS_AT_RISK = 1000;
    private static final long MOST_NANOS_AT_RISK = 2_000_000_000;

    private final Path output;
    private final Path stateFile;
    private final CallFormat format;
    private final RandomAccessFile file;
    private final Optional<ExportState> earlier;
    private final CRC32 checksum = new CRC32();
    private final OutputStream out;
    private long bytes;
    private long calls;
    private long unsettled;
    private long settledAt = System.nanoTime();

    private ResumableFile(
            Path output, Path stateFile, CallFormat format, RandomAccessFile file, Optional<ExportState> earlier)
            throws IOException {
        this.output = output;
        this.stateFile = stateFile;
        this.format = format;
        this.file = file;
        this.earlier = earlier;
        this.out = new CheckedOutputStream(
                new BufferedOutputStream(new FileOutputStream(file.getFD()), 1 << 16), checksum);
        this.bytes = earlier.map(ExportState::bytes).orElse(0L);
        this.calls = earlier.map(ExportState::calls).orElse(0L);
    }

    /** Opens and locks the file, and checks that it is the one that the state speaks of. */
    static ResumableFile open(Path output, Path stateFile, CallFormat format) throws IOException {
        ExportFiles.checkBeforeOpening(output, stateFile);
        RandomAccessFile file = new RandomAccessFile(output.toFile(), "rw");
        try {
            lock(file, output);
            Optional<ExportState> state = ExportState.read(stateFile);
            ExportFiles.check(output, stateFile, format, file.length(), state);
            ResumableFile opened = new ResumableFile(output, stateFile, format, file, state);
            opened.checkContent();
            return opened;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    Optional<ExportState> earlier() {
        return earlier;
    }

    @Override
    public long before() {
        return earlier.map(ExportState::calls).orElse(0L);
    }

    @Override
    public void start(CallIterator walk) throws IOException {
        file.setLength(bytes);
        file.seek(bytes);
        save(walk, false);
        if (bytes == 0) {
            append(format.header());
        }
    }

    @Override
    public void write(byte[] row) throws IOException {
        append(row);
        calls++;
        unsettled++;
    }

    @Override
    public void settle(CallIterator walk) throws IOException {
        if (unsettled >= MOST_CALLS_AT_RISK || System.nanoTime() - settledAt > MOST_NANOS_AT_RISK) {
            save(walk, false);
        }
    }

    @Override
    public void suspend(CallIterator walk) throws IOException {
        save(walk, false);
    }

    @Override
    public Completeness finish(CallIterator walk) throws IOException {
        save(walk, isDone(walk));
        return completeness(walk, true);
    }

    /** Whether another run could add nothing: a merged walk that left somebody out can be gone on with. */
    private static boolean isDone(CallIterator walk) {
        boolean limitReached = walk.report().endReason().equals(Optional.of(EndReason.LIMIT));
        return limitReached || walk.resumePoint().isEnd();
    }

    @Override
    public String afterwards(long total) {
        return Numbers.counted(total, "call") + " kept; run the same command again to go on";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void append(byte[] row) throws IOException {
        out.write(row);
        bytes += row.length;
    }

    private void save(CallIterator walk, boolean finished) throws IOException {
        out.flush();
        file.getFD().sync();
        new ExportState(
                        ExportState.VERSION,
                        String.valueOf(output.getFileName()),
                        format.name(),
                        bytes,
                        checksum.getValue(),
                        calls,
                        finished,
                        completeness(walk, finished),
                        walk.resumePoint().toString())
                .write(stateFile);
        unsettled = 0;
        settledAt = System.nanoTime();
    }

    /** The worse of what earlier runs and this one know. */
    private Completeness completeness(CallIterator walk, boolean finished) {
        Completeness before = earlier.map(ExportState::completeness).orElse(Completeness.COMPLETE);
        Completeness now =
                finished || walk.report().rejected() > 0 ? walk.report().completeness() : Completeness.COMPLETE;
        return now.compareTo(before) > 0 ? now : before;
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
        if (earlier.isPresent() && earlier.get().crc32() != checksum.getValue()) {
            throw Refusal.state(
                    output + " was changed since the export stopped; delete it and " + stateFile + " to start over");
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

    private static Refusal inUse(Path output) {
        return Refusal.state("another export is writing " + output + "; wait until it has ended");
    }
}
