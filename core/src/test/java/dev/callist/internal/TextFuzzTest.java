package dev.callist.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.CallListException;
import dev.callist.Cursor;
import dev.callist.FuzzSeeds;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Cursors of any text. */
class TextFuzzTest {
    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return FuzzSeeds.of(TextFuzzTest.class, "readsAnyPlace", this::readsAnyPlace);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyPlace(byte[] bytes) {
        Cursor cursor = new Cursor(new String(bytes, UTF_8));
        try {
            Cursor written = TimeSlice.of("p", cursor).cursor();
            assertThat(TimeSlice.of("p", written).cursor()).isEqualTo(written);
        } catch (CallListException e) {
            assertUnknown(e);
        }
        try {
            readRows(RowPlace.of("p", cursor));
        } catch (CallListException e) {
            assertUnknown(e);
        }
        try {
            readRows(RowPlace.of("p", new Cursor(encoded(bytes))));
        } catch (CallListException e) {
            assertUnknown(e);
        }
    }

    private static void readRows(RowPlace place) {
        assertThat(RowPlace.of("p", place.cursor())).isEqualTo(place);
        assertThat(place.window(50).limit()).isPositive();
        assertThat(place.pageWindow(50).limit()).isPositive();
        assertThat(place.pageWindow(50).start()).isNotNegative();
        place.ahead(start -> start.window(50), OptionalLong.of(1000), 4);
        place.ahead(start -> start.pageWindow(50), OptionalLong.empty(), 4);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertUnknown(CallListException e) {
        assertThat(e).hasMessage("p: INVALID_RESUME_POINT: the cursor is none of this lister's");
    }
}
