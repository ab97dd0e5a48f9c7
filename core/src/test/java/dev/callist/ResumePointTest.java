package dev.callist;

import static dev.callist.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException.Kind;
import dev.callist.ListingReport.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumePointTest {
    private static final Bookmark MIDDLE = new Bookmark(
            "binding",
            100,
            Optional.of(NOON.plusSeconds(9)),
            Optional.of(new Cursor("WzE3MDkzMTA5MDgyNjld")),
            true,
            true,
            List.of(new CallKey(1, -1), new CallKey(Long.MIN_VALUE, Long.MAX_VALUE)),
            Optional.of(NOON),
            Completeness.COMPLETE);

    static Stream<Bookmark> bookmarks() {
        List<CallKey> sixteen =
                LongStream.range(0, 16).mapToObj(i -> new CallKey(i, -i)).toList();
        return Stream.of(
                MIDDLE,
                new Bookmark(
                        "b",
                        1,
                        Optional.empty(),
                        Optional.of(Cursor.FIRST),
                        false,
                        true,
                        List.of(),
                        Optional.empty(),
                        Completeness.COMPLETE),
                new Bookmark(
                        "b",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        List.of(new CallKey(5, 6)),
                        Optional.of(NOON),
                        Completeness.INCOMPLETE),
                new Bookmark(
                        "",
                        Integer.MAX_VALUE,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        List.of(),
                        Optional.empty(),
                        Completeness.COMPLETE),
                new Bookmark(
                        "b",
                        1000,
                        Optional.empty(),
                        Optional.of(new Cursor("caf\u00e9 \ud83d\ude00\n\"" + "t".repeat(8000))),
                        true,
                        false,
                        sixteen,
                        Optional.of(Instant.MAX),
                        Completeness.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("bookmarks")
    void readsBackWhatItPrints(Bookmark bookmark) {
        ResumePoint point = new ResumePoint(bookmark);

        ResumePoint read = ResumePoint.parse(point.toString());

        assertThat(read).isEqualTo(point).hasSameHashCodeAs(point).hasToString(point.toString());
        assertThat(read.bookmark()).isEqualTo(bookmark);
        assertThat(read.isEnd()).isEqualTo(bookmark.cursor().isEmpty());
        assertThat(point.toString()).matches("callist1-[A-Za-z0-9_-]+");
    }

    @Test
    void staysAsItIsPrinted() {
        assertThat(new ResumePoint(MIDDLE)).hasToString(new ResumePoint(MIDDLE).toString());
        assertThat(new ResumePoint(MIDDLE).toString()).hasSizeBetween(100, 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "callist1",
                "callist1-",
                "callist1-AAAA",
                "callist1-!!!!",
                "callist1-\u00e9",
                "callist2-AAAA",
                "CALLIST1-AAAA",
                " callist1-AAAA",
                "{}"
            })
    void refusesWhatIsNoResumePoint(String text) {
        refuses(text);
    }

    @Test
    void refusesATextThatWasCutOrChanged() {
        String text = new ResumePoint(MIDDLE).toString();

        for (int i = 0; i < text.length(); i++) {
            refuses(text.substring(0, i));
            refuses(text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1));
        }
        refuses(text + "A");
        assertThat(ResumePoint.parse(" " + text + "\n")).hasToString(text);
    }

    @Test
    void refusesATextOfAnyLength() {
        refuses("callist1-" + "A".repeat(10_000_000));
    }

    @Test
    void refusesFieldsThatDoNotAddUpThoughTheirSumIsRight() throws IOException {
        refuses(summed());
        refuses(summed(0, 0, 0, 5, 'a'));
        refuses(summed(0xFF, 0xFF, 0xFF, 0xFF));
        refuses(summed(0x7F, 0xFF, 0xFF, 0xFF, 'a'));
        refuses(summed(0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 200));
        refuses(summed(0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 'x'));
    }

    private static String summed(int... payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b : payload) {
            bytes.write(b);
        }
        bytes.write(BookmarkText.checksum(bytes.toByteArray()));
        return "callist1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static void refuses(String text) {
        CallListException e = catchThrowableOfType(CallListException.class, () -> ResumePoint.parse(text));
        assertThat(e).as("%s", text.length()).isNotNull();
        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
    }
}
