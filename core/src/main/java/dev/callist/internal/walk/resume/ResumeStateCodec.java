package dev.callist.internal.walk.resume;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.ResumePoint;
import dev.callist.internal.text.CheckedText;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallIdentity;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.TimeWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes a {@link ResumeState} as the text of a {@link ResumePoint}. */
public final class ResumeStateCodec {
    private static final String SEPARATOR = ",";

    private ResumeStateCodec() {}

    /**
     * The resume point of a state. Its first byte says whether anything remains, as {@link ResumePoint#isEnd()} reads
     * it.
     */
    public static ResumePoint write(ResumeState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(state.next().isPresent());
            writeText(out, state.fingerprint());
            out.writeInt(state.pageSize());
            writeInstant(out, state.listEnd());
            if (state.next().isPresent()) {
                writeAddress(out, state.next().get());
            }
            writePassed(out, state.passed());
            writeText(out, state.doubts().stream().map(Doubt::name).sorted().collect(Collectors.joining(SEPARATOR)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResumePoint.parse(CheckedText.of(bytes.toByteArray()));
    }

    /**
     * The state that a resume point was written from.
     *
     * @throws CallListException INVALID_RESUME_POINT when it holds something else
     */
    public static ResumeState read(ResumePoint point) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(CheckedText.bytes(point.toString())))) {
            boolean remains = in.readBoolean();
            String fingerprint = readText(in);
            int pageSize = in.readInt();
            if (pageSize < 1) {
                throw new IOException("page size");
            }
            Optional<Instant> listEnd = readInstant(in);
            Optional<PageAddress> next = remains ? Optional.of(readAddress(in)) : Optional.empty();
            PassedRows passed = readPassed(in);
            return new ResumeState(fingerprint, pageSize, listEnd, next, passed, readDoubts(in));
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw CallListException.of(Kind.INVALID_RESUME_POINT, "resume point")
                    .detail("the text was cut or changed; start a new listing")
                    .build()
                    .asException();
        }
    }

    private static void writeAddress(DataOutputStream out, PageAddress address) throws IOException {
        writeText(out, address.cursor().text());
        out.writeBoolean(address.window().isPresent());
        if (address.window().isPresent()) {
            TimeWindow window = address.window().get();
            writeInstant(out, window.from());
            writeInstant(out, Optional.of(window.before()));
            writeInstant(out, window.until());
            out.writeLong(window.span().toMillis());
            out.writeInt(window.left());
            out.writeLong(window.slack().toMillis());
        }
    }

    private static PageAddress readAddress(DataInputStream in) throws IOException {
        Cursor cursor = new Cursor(readText(in));
        if (!in.readBoolean()) {
            return new PageAddress(Optional.empty(), cursor);
        }
        Optional<Instant> from = readInstant(in);
        Instant before = readInstant(in).orElseThrow(() -> new IOException("a window without an end"));
        Optional<Instant> until = readInstant(in);
        Duration span = Duration.ofMillis(in.readLong());
        int left = in.readInt();
        Duration slack = Duration.ofMillis(in.readLong());
        return new PageAddress(Optional.of(new TimeWindow(from, before, until, span, left, slack)), cursor);
    }

    private static void writePassed(DataOutputStream out, PassedRows passed) throws IOException {
        out.writeByte(passed.keys().size());
        for (CallKey key : passed.keys()) {
            out.writeLong(key.high());
            out.writeLong(key.low());
            out.writeLong(key.identity().parties());
            out.writeLong(key.identity().facts());
        }
        out.writeBoolean(passed.order().holds());
        out.writeBoolean(passed.order().falls());
        writeInstant(out, passed.order().newest());
        writeInstant(out, passed.order().last());
        out.writeInt(passed.order().dated());
        out.writeBoolean(passed.insidePage());
        out.writeInt(passed.count().last());
        out.writeInt(passed.count().mostAtOnce());
        out.writeInt(passed.count().pagesWithoutNewRows());
        out.writeBoolean(passed.count().hasNoOverlap());
        out.writeLong(passed.count().total());
    }

    private static PassedRows readPassed(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        List<CallKey> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            CallKey key = new CallKey(in.readLong(), in.readLong());
            keys.add(key.with(new CallIdentity(in.readLong(), in.readLong())));
        }
        ListOrder order =
                new ListOrder(in.readBoolean(), in.readBoolean(), readInstant(in), readInstant(in), in.readInt());
        boolean insidePage = in.readBoolean();
        RowCount rows = new RowCount(in.readInt(), in.readInt(), in.readInt(), in.readBoolean(), in.readLong());
        if (rows.last() < -1 || rows.mostAtOnce() < 0 || rows.pagesWithoutNewRows() < 0 || rows.total() < -1) {
            throw new IOException("row count");
        }
        return new PassedRows(keys, order, insidePage, rows);
    }

    private static Set<Doubt> readDoubts(DataInputStream in) throws IOException {
        String text = readText(in);
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(SEPARATOR)).map(Doubt::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static void writeInstant(DataOutputStream out, Optional<Instant> instant) throws IOException {
        writeText(out, instant.map(Instant::toString).orElse(""));
    }

    private static Optional<Instant> readInstant(DataInputStream in) throws IOException {
        String text = readText(in);
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("length");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
