package dev.callist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cursors with arbitrary text: only a cursor made from a row and a limit yields them again. */
class CursorFuzzTest {
    @TestFactory
    Stream<DynamicTest> readsEverySeed() {
        return FuzzSeeds.of(CursorFuzzTest.class, "readsAnyCursor", this::readsAnyCursor);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyCursor(byte[] bytes) {
        Cursor cursor = new Cursor(new String(bytes, UTF_8));

        assertThat(cursor.row().isPresent()).isEqualTo(cursor.limit().isPresent());
        if (cursor.row().isPresent()) {
            assertThat(Cursor.atRow(cursor.row().getAsInt(), cursor.limit().getAsInt()))
                    .isEqualTo(cursor);
        }
    }
}
