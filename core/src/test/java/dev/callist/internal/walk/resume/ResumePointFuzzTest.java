package dev.callist.internal.walk.resume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.CallListException;
import dev.callist.FuzzSeeds;
import dev.callist.ResumePoint;
import dev.callist.internal.text.CheckedText;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arbitrary text parsed as a resume point, unchanged and with a valid checksum. */
class ResumePointFuzzTest {
    @TestFactory
    Stream<DynamicTest> readsEverySeed() {
        return FuzzSeeds.of(ResumePointFuzzTest.class, "readsAnyText", this::readsAnyText);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyText(byte[] bytes) {
        read(new String(bytes, UTF_8));
        read(CheckedText.of(bytes));
    }

    private static void read(String text) {
        try {
            ResumePoint point = ResumePoint.parse(text);
            assertThat(ResumePoint.parse(point.toString())).isEqualTo(point);
            ResumeState state = ResumeStateCodec.read(point);
            assertThat(ResumeStateCodec.read(ResumeStateCodec.write(state))).isEqualTo(state);
            assertThat(point.isEnd()).isEqualTo(state.next().isEmpty());
        } catch (CallListException e) {
            assertThat(e.getMessage())
                    .isIn(
                            "resume point: INVALID_RESUME_POINT: the text was cut or changed; start a new listing",
                            "resume point: INVALID_RESUME_POINT: the text is empty; start a new listing",
                            "resume point: INVALID_RESUME_POINT: this is not a resume point of this version of Callist; start a new listing");
        }
    }
}
