package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorGuardTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1000",
        "0, 2, 1000",
        "5, 1, 1000",
        "5, 7, 1000",
        "300, 600, 1000",
    })
    void noticesACycleOfAnyLengthAtOnce(int lead, int length, int capacity) {
        assertThat(stepsUntilNoticed(lead, length, capacity)).isEqualTo(lead + length);
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
    void noticesACycleBeyondItsMemoryBeforeLong(int lead, int length, int capacity) {
        assertThat(stepsUntilNoticed(lead, length, capacity)).isBetween(lead + length, 4 * (lead + length) + 4);
    }

    @Test
    void letsCursorsPassThatNeverRepeat() {
        CursorGuard guard = new CursorGuard(16);
        for (int i = 0; i < 100_000; i++) {
            Cursor cursor = new Cursor("c" + i);
            assertThat(guard.wasUsed(cursor)).isFalse();
            guard.use(cursor);
        }
    }

    @Test
    void doesNotCountACursorAsUsedBeforeItIs() {
        CursorGuard guard = new CursorGuard();

        assertThat(guard.wasUsed(Cursor.FIRST)).isFalse();
        assertThat(guard.wasUsed(Cursor.FIRST)).isFalse();
        guard.use(Cursor.FIRST);
        assertThat(guard.wasUsed(Cursor.FIRST)).isTrue();
    }

    /** How many cursors are used before one is refused, in a list that leads into a cycle. */
    private static int stepsUntilNoticed(int lead, int length, int capacity) {
        CursorGuard guard = new CursorGuard(capacity);
        for (int step = 0; ; step++) {
            int place = step < lead ? step : lead + (step - lead) % length;
            Cursor cursor = new Cursor("place " + place);
            if (guard.wasUsed(cursor)) {
                return step;
            }
            guard.use(cursor);
        }
    }
}
