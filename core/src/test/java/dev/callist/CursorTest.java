package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "99, 50", "2147483647, 2147483647"})
    void isARowAndALimitInAListThatIsCounted(int row, int limit) {
        Cursor cursor = Cursor.atRow(row, limit);

        assertThat(cursor.row()).hasValue(row);
        assertThat(cursor.limit()).hasValue(limit);
        assertThat(cursor.isFirst()).isFalse();
        assertThat(new Cursor(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token",
                "row:",
                "row:+",
                "row:1",
                "row:1+",
                "row:+1",
                "row:1+0",
                "row:-1+1",
                "row:1+-1",
                "row:01+1",
                "row:1+01",
                "row:1+1+1",
                "row:2147483648+1",
                "row:4294967295+1",
                "row:1+4294967296",
                "Row:1+1",
                " row:1+1",
                "row:1+1 "
            })
    void hasNoRowAndNoLimitAnywhereElse(String text) {
        assertThat(new Cursor(text).row()).isEmpty();
        assertThat(new Cursor(text).limit()).isEmpty();
    }

    @Test
    void refusesImpossibleRowsAndLimits() {
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> Cursor.atRow(-1, 1)))
                .isNotNull();
        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> Cursor.atRow(0, 0)))
                .isNotNull();
    }

    @Test
    void showsNothingOfItsText() {
        assertThat(Cursor.FIRST).hasToString("Cursor[start]");
        assertThat(new Cursor("a-secret")).hasToString("Cursor[8 characters]");
    }
}
