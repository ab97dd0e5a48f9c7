package dev.callist.testkit.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callist.CallListException.Kind;
import dev.callist.testkit.rawhttp.EscapedText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultTableTest {
    private static final FaultTable TABLE = FaultTable.read();

    @Test
    void testsEveryFaultOrExplainsWhereOrWhyNot() {
        Set<String> named = Stream.concat(
                        TABLE.lines().stream().map(FaultLine::faults),
                        TABLE.others().stream().map(row -> row.get(0)))
                .flatMap(faults -> Arrays.stream(faults.split(" ", -1)))
                .collect(Collectors.toSet());
        assertThat(TABLE.faults()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(named).containsExactlyInAnyOrderElementsOf(TABLE.faults());
        assertThat(TABLE.others()).allSatisfy(row -> assertThat(row.get(2)).isNotBlank());
    }

    @Test
    void hasNoCaseTwice() {
        for (String provider : TABLE.providers()) {
            assertThat(TABLE.cases(provider)).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
        }
    }

    @Test
    void hidesNoWordInALongerOne() {
        Pattern hidden =
                Pattern.compile("[A-Z0-9](SELF|ELSEWHERE|PATH|SECRET|ENCODED)\\b|\\b(SELF|ELSEWHERE|PATH)[A-Z0-9]");
        assertThat(TABLE.lines())
                .noneMatch(line -> hidden.matcher(line.server()).find());
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
        assertThat(words.in("LIST{LIST} {LISTS}")).isEqualTo("datadata {LISTS}");
        assertThat(words.lacks("set NEXT 17")).isTrue();
        assertThat(words.lacks("set LIST{NEXT} 17")).isTrue();
        assertThat(words.lacks("set LIST 17")).isFalse();
        assertThatThrownBy(() -> TABLE.wordsOf("nobody")).isInstanceOf(IllegalArgumentException.class);
    }
}
