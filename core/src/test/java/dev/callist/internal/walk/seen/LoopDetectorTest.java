package dev.callist.internal.walk.seen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopDetectorTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1000",
        "0, 2, 1000",
        "5, 1, 1000",
        "5, 7, 1000",
        "300, 600, 1000",
    })
    void detectsACycleOfAnyLengthAtOnce(int lead, int length, int capacity) {
        assertThat(stepsUntilDetected(lead, length, capacity)).isEqualTo(lead + length);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "0, 2, 0",
        "0, 3, 0",
        "10, 1, 0",
        "10, 4, 0",
        "100, 37, 0",
        "5, 1000, 0",
        "1000, 5, 0",
        "20, 3, 8",
        "20, 30, 8",
        "0, 100, 8",
        "500, 500, 8",
    })
    void detectsACycleLongerThanItsMemorySoon(int lead, int length, int capacity) {
        assertThat(stepsUntilDetected(lead, length, capacity)).isBetween(lead + length, 4 * (lead + length) + 4);
    }

    @Test
    void acceptsCursorsThatNeverRepeat() {
        LoopDetector detector = new LoopDetector(16);
        for (int i = 0; i < 100_000; i++) {
            String cursor = "c" + i;
            assertThat(detector.wasUsed(cursor)).isFalse();
            detector.use(cursor);
        }
    }

    @Test
    void countsACursorAsUsedOnlyAfterItsUse() {
        LoopDetector detector = new LoopDetector();

        assertThat(detector.wasUsed("")).isFalse();
        assertThat(detector.wasUsed("")).isFalse();
        detector.use("");
        assertThat(detector.wasUsed("")).isTrue();
    }

    /** Counts the cursors used before one is refused, in a list that leads into a cycle. */
    private static int stepsUntilDetected(int lead, int length, int capacity) {
        LoopDetector detector = new LoopDetector(capacity);
        for (int step = 0; ; step++) {
            int index = step < lead ? step : lead + (step - lead) % length;
            String cursor = "cursor " + index;
            if (detector.wasUsed(cursor)) {
                return step;
            }
            detector.use(cursor);
        }
    }
}
