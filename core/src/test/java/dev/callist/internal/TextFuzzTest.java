package dev.callist.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts of a server, and cursors, whatever they are. */
class TextFuzzTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final HttpUrl LIST = HttpUrl.get("https://calls.example.com/api/laml/2010-04-01/Accounts/p1/Calls");
    private static final int LONGEST_HEADER = 8192;

    @TestFactory
    Stream<DynamicTest> standsEverySeed() {
        return Stream.of(
                        FuzzSeeds.of(TextFuzzTest.class, "readsAnyInstant", this::readsAnyInstant),
                        FuzzSeeds.of(TextFuzzTest.class, "readsAnyWait", this::readsAnyWait),
                        FuzzSeeds.of(TextFuzzTest.class, "readsAnyLink", this::readsAnyLink),
                        FuzzSeeds.of(TextFuzzTest.class, "readsAnyPlace", this::readsAnyPlace))
                .flatMap(seeds -> seeds);
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyInstant(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        IsoInstants.read(text).ifPresent(TextFuzzTest::assertWritten);
        IsoInstants.readOrUtc(text).ifPresent(TextFuzzTest::assertWritten);
        Rfc2822Instants.read(text).ifPresent(TextFuzzTest::assertWritten);
        EpochSeconds.read(text).ifPresent(TextFuzzTest::assertWritten);
    }

    /** The first line is Retry-After, the second Date, the third a header in milliseconds. */
    @FuzzTest(maxDuration = "10m")
    void readsAnyWait(byte[] bytes) {
        String[] lines = Arrays.copyOf(new String(bytes, UTF_8).split("\n", 3), 3);
        Response.Builder response = new Response.Builder()
                .request(new Request.Builder().url(LIST).build())
                .protocol(Protocol.HTTP_1_1)
                .code(503)
                .message("");
        String[] names = {HiddenRetries.KEPT, "Date", "Wait-Millis"};
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] != null) {
                String sent = lines[i].replaceAll("[^ -~]", "?");
                response.header(names[i], sent.substring(0, Math.min(sent.length(), LONGEST_HEADER)));
            }
        }
        assertThat(RetryAfter.of(response.build(), NOW, "Wait-Millis").filter(Duration::isNegative))
                .isEmpty();
    }

    @FuzzTest(maxDuration = "10m")
    void readsAnyLink(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        try {
            NextLink link = NextLink.of("p", text, LIST, "/api/laml");
            link.parameter("Page");
            link.parameter("PageToken");
        } catch (CallListException e) {
            assertThat(e.kind()).isEqualTo(Kind.FOREIGN_LINK);
            assertThat(e).hasMessage("p: FOREIGN_LINK: the next page's link does not lead to our own list");
        }
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

    private static void assertWritten(Instant read) {
        assertThat(IsoInstants.read(IsoInstants.millis(read))).contains(read.truncatedTo(ChronoUnit.MILLIS));
        assertThat(Rfc2822Instants.read(Rfc2822Instants.write(read))).contains(read.truncatedTo(ChronoUnit.SECONDS));
    }
}
