package dev.callist.testkit.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ResumePoint;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The printed form of a resume point holds a cursor of any length, and a forged one is refused. */
class ResumePointTextTest {
    private static final String VERSION = "callist1-";
    private static final int CHECKSUM = 12;
    private static final int PAGE_SIZE_AT = 4 + 22;

    @Test
    void parsesItsOwnTextWithACursorOfAnyLength() {
        String printed = printedAfterOneCall(calls("t".repeat(60_000)));

        assertThatNoException().isThrownBy(() -> ResumePoint.parse(printed));
    }

    @Test
    void refusesAForgedPageSize() throws Exception {
        EndlessCalls calls = calls("t");
        String forged = withPageSizeZero(printedAfterOneCall(calls));

        CallListException e = catchThrowableOfType(
                CallListException.class,
                () -> calls.resume(CallQuery.all(), ResumePoint.parse(forged)).iterator());

        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
    }

    private static EndlessCalls calls(String cursor) {
        return new EndlessCalls(Integer::toString, page -> cursor + page);
    }

    private static String printedAfterOneCall(EndlessCalls calls) {
        try (CallIterator walk = calls.list(CallQuery.all()).readAhead(0).iterator()) {
            walk.next();
            return walk.resumePoint().toString();
        }
    }

    private static String withPageSizeZero(String text) throws Exception {
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
        byte[] payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM);
        Arrays.fill(payload, PAGE_SIZE_AT, PAGE_SIZE_AT + Integer.BYTES, (byte) 0);
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        forged.write(payload);
        forged.write(MessageDigest.getInstance("SHA-256").digest(payload), 0, CHECKSUM);
        return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.toByteArray());
    }
}
