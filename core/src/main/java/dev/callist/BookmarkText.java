package dev.callist;

import dev.callist.ListingReport.Completeness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The printed form of a {@link Bookmark}: a version, the fields and a checksum, in Base64 for URLs. */
final class BookmarkText {
    private static final String VERSION = "callist1-";
    private static final int CHECKSUM_BYTES = 12;
    private static final int LONGEST = 4 << 20;

    private BookmarkText() {}

    static String write(Bookmark bookmark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeText(out, bookmark.binding());
            out.writeInt(bookmark.pageSize());
            writeText(out, bookmark.bound().map(Instant::toString).orElse(""));
            out.writeBoolean(bookmark.cursor().isPresent());
            writeText(out, bookmark.cursor().map(Cursor::text).orElse(""));
            out.writeBoolean(bookmark.inPage());
            out.writeBoolean(bookmark.ordered());
            out.writeByte(bookmark.anchors().size());
            for (CallKey anchor : bookmark.anchors()) {
                out.writeLong(anchor.high());
                out.writeLong(anchor.low());
            }
            writeText(out, bookmark.lastCreatedAt().map(Instant::toString).orElse(""));
            writeText(out, bookmark.known().name());
            out.flush();
            out.write(checksum(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return printed(bytes.toByteArray());
    }

    private static String printed(byte[] bytes) {
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Bookmark read(String text) {
        if (!text.startsWith(VERSION) || text.length() > LONGEST) {
            throw invalid("this is no resume point of this version of Callist");
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
            int length = Math.max(0, bytes.length - CHECKSUM_BYTES);
            byte[] payload = Arrays.copyOf(bytes, length);
            boolean isWhole = MessageDigest.isEqual(checksum(payload), Arrays.copyOfRange(bytes, length, bytes.length));
            if (!isWhole || !printed(bytes).equals(text)) {
                throw invalid("the text was cut or changed");
            }
            return read(new DataInputStream(new ByteArrayInputStream(payload)));
        } catch (IllegalArgumentException | IOException | DateTimeException e) {
            throw invalid("the text was cut or changed");
        }
    }

    private static Bookmark read(DataInputStream in) throws IOException {
        String binding = readText(in);
        int pageSize = in.readInt();
        if (pageSize < 1) {
            throw new IOException("page size");
        }
        Optional<Instant> bound = instant(readText(in));
        boolean hasCursor = in.readBoolean();
        String cursor = readText(in);
        boolean inPage = in.readBoolean();
        boolean ordered = in.readBoolean();
        int anchorCount = in.readUnsignedByte();
        List<CallKey> anchors = new ArrayList<>(anchorCount);
        for (int i = 0; i < anchorCount; i++) {
            anchors.add(new CallKey(in.readLong(), in.readLong()));
        }
        Optional<Instant> created = instant(readText(in));
        Completeness known = Completeness.valueOf(readText(in));
        return new Bookmark(
                binding,
                pageSize,
                bound,
                hasCursor ? Optional.of(new Cursor(cursor)) : Optional.empty(),
                inPage,
                ordered,
                List.copyOf(anchors),
                created,
                known);
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    static byte[] checksum(byte[] payload) {
        return Arrays.copyOf(Binding.sha256().digest(payload), CHECKSUM_BYTES);
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

    private static CallListException invalid(String detail) {
        return CallListException.of(CallListException.Kind.INVALID_RESUME_POINT, "resume point")
                .detail(detail + "; start a new listing")
                .build()
                .asException();
    }
}
