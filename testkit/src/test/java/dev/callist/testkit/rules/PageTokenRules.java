package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.TokenListRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a list whose pages are linked by tokens or URLs must do in addition: cross empty pages, and detect repeated
 * cursors.
 */
public interface PageTokenRules extends TokenListRules, ProviderUnderTest {
    @Test
    default void refusesACursorThatRepeatsLater() {
        List<JsonNode> places = new ArrayList<>();
        try (ContractFixture fixture = fixture(60);
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            fixture.sandbox()
                    .on(1, RigFaults.edited(page -> places.add(page.next())))
                    .on(4, RigFaults.edited(page -> page.next(places.get(0).toString())));
            assertThat(take(walk, 40)).isEqualTo(ids(fixture.sandbox(), 0, 40));
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.PAGINATION_STALLED);
            assertThat(fixture.sandbox().requestCount()).isEqualTo(4);
        }
    }

    @Test
    default void endsIfNoCursorFollows() {
        for (String next : List.of("", "null", "''", "' '")) {
            try (ContractFixture fixture = fixture(25)) {
                fixture.sandbox().on(2, RigFaults.edited(page -> page.next(next)));
                assertThat(ids(fixture.lister().list(pagesOf(10))))
                        .as("%s", next)
                        .isEqualTo(ids(fixture.sandbox(), 0, 20));
            }
        }
    }

    @Test
    default void refusesACursorThatIsNotText() {
        for (String next : List.of("7", "true", "{}", "{'a':1}", "[]", "['a']")) {
            try (ContractFixture fixture = fixture(25);
                    CallIterator walk = fixture.lister().list(pagesOf(10)).iterator()) {
                fixture.sandbox().on(2, RigFaults.edited(page -> page.next(next)));
                assertThat(take(walk, 10)).isEqualTo(ids(fixture.sandbox(), 0, 10));
                assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                                .kind())
                        .as("%s", next)
                        .isEqualTo(Kind.BAD_RESPONSE);
                assertThat(take(walk, 15)).isEqualTo(ids(fixture.sandbox(), 10, 25));
            }
        }
    }

    @Test
    default void doesNotTakeTheWordNullForTheEnd() {
        try (ContractFixture fixture = fixture(25)) {
            fixture.sandbox().on(1, RigFaults.edited(page -> page.next("'null'")));
            List<String> listed = new ArrayList<>();
            Throwable failure =
                    catchThrowable(() -> fixture.lister().list(pagesOf(10)).forEach(call -> listed.add(call.id())));
            assertThat(failure != null || listed.size() == 25).as("%s", listed).isTrue();
        }
    }
}
