package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException.Kind;
import dev.callist.testkit.rawhttp.EscapedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTableTest {
    private static final FaultTable TABLE = FaultTable.read();

    /** Transport, statuses, bodies, security and lifecycle, as numbered in the design. */
    private static final String FAULTS =
            "T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T12 T13 T14 T16 T17 T18 T20 T21 T22 T23 T25 T26 T27"
                    + " T28 T29 H1 H2 H3 H4 H5 H6 H7 H8 H9 H10 H11 H14 H15 H16 H17 H18 H19 H20 H21 H22 H24 H25 H27 H28"
                    + " J1 J2 J3 J4 J6 J7 J8 J9 J10 J12 J13 J14 J15 J16 J18 J19 J20 J22 J23 J24 J26 J27 J29 J30 J32 J34 J35 J36"
                    + " S1 S5 S6 S8 S9 S11 S12 S13 S14 S15 S16 S17 S18 S20 S21 L1 L2 L4 L5 L6 L7 L9 L11 L12 L13 L14 L15";

    @Test
    void testsEveryFaultOrSaysWhereOrWhyNot() {
        Set<String> named = Stream.concat(
                        TABLE.lines().stream().map(FaultLine::faults),
                        TABLE.others().stream().map(row -> row.get(0)))
                .flatMap(faults -> Arrays.stream(faults.split(" ", -1)))
                .collect(Collectors.toSet());
        assertThat(named).contains(FAULTS.split(" ", -1));
        assertThat(TABLE.others()).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    }

    @Test
    void hasNoCaseTwice() {
        for (String provider : List.of("bird", "signalwire", "plivo-dialer", "search")) {
            assertThat(TABLE.cases(provider)).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
        }
    }

    @Test
    void makesSixCasesOfALineForAllPages() {
        List<FaultCase> cases = TABLE.cases("bird");
        assertThat(cases.stream().filter(each -> each.line().server().equals("status 401")))
                .extracting(FaultCase::page, FaultCase::always)
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void readsWhatIsExpected() {
        ExpectedOutcome expected = ExpectedOutcome.parse("RATE_LIMITED, 5-6, waits 7, problems");
        assertThat(expected.kind()).contains(Kind.RATE_LIMITED);
        assertThat(expected.least()).isEqualTo(5);
        assertThat(expected.most()).isEqualTo(6);
        assertThat(expected.number("waits")).contains(7);
        assertThat(expected.has("problems")).isTrue();
        assertThat(ExpectedOutcome.parse("calls, 1").kind()).isEmpty();
    }

    @Test
    void spellsWhatACellCannotHold() {
        assertThat(EscapedText.of("a\\r\\n\\u0007\\p«xy×2»«#,×3»\\\\")).isEqualTo("a\r\n\u0007|xyxy0,1,2,\\");
    }

    @Test
    void putsEachProvidersWordsIn() {
        CaseWords words = TABLE.wordsOf("search");
        assertThat(words.in("remove LIST; set LISTS")).isEqualTo("remove data; set LISTS");
        assertThat(words.lacks("set NEXT 17")).isTrue();
        assertThat(words.lacks("set LIST 17")).isFalse();
        assertThatThrownBy(() -> TABLE.wordsOf("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
