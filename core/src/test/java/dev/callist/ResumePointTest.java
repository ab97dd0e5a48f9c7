package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.internal.text.CheckedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumePointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "callist2",
                "callist2-",
                "callist2-AAAA",
                "callist2-!!!!",
                "callist2-\u00e9",
                "callist1-AAAA",
                "callist3-AAAA",
                "CALLIST2-AAAA",
                " callist2-AAAA",
                "{}"
            })
    void refusesWhatIsNotAResumePoint(String text) {
        refuses(text);
    }

    @Test
    void refusesATextOfAnyLength() {
        refuses("callist2-" + "A".repeat(10_000_000));
    }

    @Test
    void refusesATextWithoutContent() {
        refuses(CheckedText.of(new byte[0]));
    }

    @Test
    void saysWhetherAnythingRemains() {
        assertThat(ResumePoint.parse(CheckedText.of(new byte[] {0})).isEnd()).isTrue();
        assertThat(ResumePoint.parse(CheckedText.of(new byte[] {1})).isEnd()).isFalse();
    }

    @Test
    void isEqualToAnotherOneOfTheSameText() {
        ResumePoint point = ResumePoint.parse(CheckedText.of(new byte[] {1, 2}));

        assertThat(point)
                .isEqualTo(ResumePoint.parse("\t" + point + "\n"))
                .hasSameHashCodeAs(ResumePoint.parse(point.toString()))
                .isNotEqualTo(ResumePoint.parse(CheckedText.of(new byte[] {1, 3})));
    }

    private static void refuses(String text) {
        CallListException e = catchThrowableOfType(CallListException.class, () -> ResumePoint.parse(text));
        assertThat(e).as("%s", text.length()).isNotNull();
        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
    }
}
