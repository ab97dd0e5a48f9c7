package dev.callist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts that may be resume points, as they are and with a checksum that fits. */
class ResumePointFuzzTest {
    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(ResumePointFuzzTest.class, "readsAnyText", this::readsAnyText);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyText(byte[] bytes) {
        read(new String(bytes, UTF_8));
        byte[] sum = BookmarkText.checksum(bytes);
        byte[] whole = ByteBuffer.allocate(bytes.length + sum.length)
                .put(bytes)
                .put(sum)
                .array();
        read("callist1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    private static void read(String text) {
        try {
            ResumePoint point = ResumePoint.parse(text);
            assertThat(ResumePoint.parse(point.toString())).isEqualTo(point);
            point.bookmark().cursor().ifPresent(cursor -> MergedCursor.places(cursor, 2));
        } catch (CallListException e) {
            assertThat(e.getMessage())
                    .isIn(
                            "resume point: INVALID_RESUME_POINT: the text was cut or changed; start a new listing",
                            "merged: INVALID_RESUME_POINT: it belongs to another number of listers",
                            "resume point: INVALID_RESUME_POINT: this is no resume point of this version of Callist; start a new listing");
        }
    }
}
