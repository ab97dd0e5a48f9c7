package dev.callist.internal.walk.resume;

import static dev.callist.Calls.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.Cursor;
import dev.callist.ListingReport.Doubt;
import dev.callist.ResumePoint;
import dev.callist.internal.text.CheckedText;
import dev.callist.internal.walk.resume.PassedRows.RowCount;
import dev.callist.internal.walk.seen.CallIdentity;
import dev.callist.internal.walk.seen.CallKey;
import dev.callist.internal.walk.source.PageAddress;
import dev.callist.internal.walk.source.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeStateCodecTest {
    private static final ListOrder BY_NOON =
            new ListOrder(true, true, Optional.of(NOON.plusSeconds(9)), Optional.of(NOON), 3);
    private static final ResumeState MIDDLE = new ResumeState(
            "fingerprint",
            100,
            Optional.of(NOON.plusSeconds(9)),
            Optional.of(PageAddress.FIRST.at(new Cursor("WzE3MDkzMTA5MDgyNjld"))),
            new PassedRows(
                    List.of(new CallKey(1, -1), new CallKey(Long.MIN_VALUE, Long.MAX_VALUE)),
                    BY_NOON,
                    true,
                    RowCount.NONE),
            Set.of());

    static Stream<ResumeState> states() {
        List<CallKey> most = LongStream.range(0, PassedRows.MAX_KEYS)
                .mapToObj(i -> new CallKey(i, -i, new CallIdentity(~i, i)))
                .toList();
        TimeWindow window = new TimeWindow(
                Optional.of(NOON),
                NOON.plusSeconds(60),
                Optional.of(NOON.plusSeconds(61)),
                Duration.ofSeconds(60),
                7,
                Duration.ofSeconds(1));
        TimeWindow rest = new TimeWindow(Optional.empty(), NOON, Optional.empty(), Duration.ZERO, 0, Duration.ZERO);
        return Stream.of(
                MIDDLE,
                new ResumeState("b", 1, Optional.empty(), Optional.of(PageAddress.FIRST), PassedRows.NONE, Set.of()),
                new ResumeState(
                        "b",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        new PassedRows(
                                List.of(new CallKey(5, 6)),
                                new ListOrder(false, false, Optional.of(NOON), Optional.of(NOON), 3),
                                false,
                                RowCount.NONE),
                        Set.of(Doubt.REJECTED_ROW)),
                new ResumeState("", Integer.MAX_VALUE, Optional.empty(), Optional.empty(), PassedRows.NONE, Set.of()),
                new ResumeState(
                        "b",
                        1000,
                        Optional.empty(),
                        Optional.of(PageAddress.FIRST.at(new Cursor("caf\u00e9 \ud83d\ude00\n\"" + "t".repeat(8000)))),
                        new PassedRows(
                                most,
                                new ListOrder(false, true, Optional.empty(), Optional.of(Instant.MAX), 3),
                                true,
                                RowCount.NONE),
                        Set.of(Doubt.BETWEEN_PAGES, Doubt.BELOW_TOTAL)),
                new ResumeState(
                        "b",
                        50,
                        Optional.of(NOON),
                        Optional.of(PageAddress.FIRST.at(Cursor.atRow(Integer.MAX_VALUE, 1))),
                        new PassedRows(
                                most, BY_NOON, false, new RowCount(Integer.MAX_VALUE, 50, 3, true, Long.MAX_VALUE)),
                        Set.of(Doubt.BETWEEN_PAGES, Doubt.BELOW_TOTAL)),
                new ResumeState(
                        "b",
                        50,
                        Optional.of(NOON),
                        Optional.of(PageAddress.first(window).at(new Cursor("token"))),
                        MIDDLE.passed(),
                        Set.of()),
                new ResumeState(
                        "b", 50, Optional.empty(), Optional.of(PageAddress.first(rest)), MIDDLE.passed(), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void readsBackWhatItWrites(ResumeState state) {
        ResumePoint point = ResumeStateCodec.write(state);

        ResumePoint read = ResumePoint.parse(point.toString());

        assertThat(read).isEqualTo(point).hasSameHashCodeAs(point).hasToString(point.toString());
        assertThat(ResumeStateCodec.read(read)).isEqualTo(state);
        assertThat(read.isEnd()).isEqualTo(state.next().isEmpty());
        assertThat(point.toString()).matches("callist2-[A-Za-z0-9_-]+");
    }

    @Test
    void writesTheSameStateAlwaysAsTheSameShortText() {
        assertThat(ResumeStateCodec.write(MIDDLE))
                .hasToString(ResumeStateCodec.write(MIDDLE).toString());
        assertThat(ResumeStateCodec.write(MIDDLE).toString()).hasSizeBetween(100, 500);
    }

    @Test
    void staysWithinTheLengthThatAResumePointPromises() {
        List<CallKey> most = LongStream.range(0, 200)
                .mapToObj(i -> new CallKey(~i, i << 32, new CallIdentity(i, ~i)))
                .toList();
        PassedRows passed = new PassedRows(most, BY_NOON, true, new RowCount(123_456, 1000, 0, false, 200_000));
        ResumeState full = new ResumeState(
                "0123456789abcdefghijkl",
                1000,
                Optional.of(NOON),
                Optional.of(PageAddress.FIRST.at(Cursor.atRow(123_456, 1000))),
                passed,
                Set.of(Doubt.REJECTED_ROW));

        assertThat(passed.keys()).hasSize(PassedRows.MAX_KEYS).endsWith(most.get(199));
        assertThat(ResumeStateCodec.write(full).toString()).hasSizeBetween(200, 5900);
    }

    @Test
    void refusesATextThatWasCutOrChanged() {
        String text = ResumeStateCodec.write(MIDDLE).toString();

        for (int i = 0; i < text.length(); i++) {
            refuses(text.substring(0, i));
            refuses(text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1));
        }
        refuses(text + "A");
        assertThat(ResumePoint.parse(" " + text + "\n")).hasToString(text);
    }

    @Test
    void refusesInconsistentFieldsWithAValidChecksum() {
        refuses(checked());
        refuses(checked(1));
        refuses(checked(0, 0, 0, 0, 5, 'a'));
        refuses(checked(0, 0xFF, 0xFF, 0xFF, 0xFF));
        refuses(checked(0, 0x7F, 0xFF, 0xFF, 0xFF, 'a'));
        refuses(checked(0, 0, 0, 0, 0, 0, 0, 0, 0));
        refuses(checked(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 'x'));
        refuses(checked(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 200));
        refuses(checked(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, -1, -1, -1, -2));
    }

    private static String checked(int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < payload.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        return CheckedText.of(bytes);
    }

    private static void refuses(String text) {
        CallListException e =
                catchThrowableOfType(CallListException.class, () -> ResumeStateCodec.read(ResumePoint.parse(text)));
        assertThat(e).as("%s", text.length()).isNotNull();
        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
    }
}
