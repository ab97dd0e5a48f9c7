package dev.callist.testkit.privacy;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallListing;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallQueryBuilder;
import dev.callist.Cursor;
import dev.callist.testkit.Fault;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Canaries in every field and every parameter, and none of them in any printed text: only accessors return them. */
public interface CanaryRules extends ProviderUnderTest {
    /** Enough rows for each field to have a row of its own. */
    int CALLS = 130;

    @Test
    default void showsNothingOfRowsThatAreFullOfCanaries() {
        for (Canary canary : Canary.all()) {
            showsNothingOf(page -> CanaryRows.everywhere(page, canary));
        }
    }

    @Test
    default void showsNothingOfRowsThatHaveACanaryEach() {
        for (Canary canary : Canary.all()) {
            showsNothingOf(page -> CanaryRows.oneByOne(page, canary));
        }
    }

    @Test
    default void showsNothingOfTheQuery() {
        for (Canary canary : Canary.all()) {
            try (LeakRecorder heard = new LeakRecorder();
                    ContractFixture fixture = fixture(
                            3,
                            ContractFixture.quick().listener(heard.listener()).build())) {
                for (CallQuery query : queries(fixture, canary)) {
                    ask(fixture, query, heard);
                }
                Canary.assertNotIn(heard.texts());
            }
        }
    }

    @Test
    default void quotesNothingOfASettingThatItRefuses() {
        for (Canary canary : Canary.all()) {
            for (String secret : List.of(canary.text() + "\r\nX: y", canary.text() + "\u0000", "é" + canary.text())) {
                assertRefused(URI.create("http://127.0.0.1:1/"), secret);
            }
        }
        for (String base : List.of(
                "http://zebedee@127.0.0.1:1/",
                "http://127.0.0.1:1/?key=zebedee",
                "http://127.0.0.1:1/#zebedee",
                "http://zebedee.example/",
                "zebedee")) {
            assertRefused(URI.create(base), secret());
        }
    }

    private void assertRefused(URI base, String secret) {
        CallListException e = catchThrowableOfType(
                CallListException.class,
                () -> lister(base, secret, ContractFixture.quick().build()).close());
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        Canary.assertNotIn(List.of(ThrowableText.printed(e)));
    }

    private void showsNothingOf(UnaryOperator<String> planting) {
        try (LeakRecorder heard = new LeakRecorder();
                ContractFixture fixture = fixture(
                        CALLS,
                        ContractFixture.quick().listener(heard.listener()).build())) {
            fixture.sandbox().always(Fault.rewritten(planting));
            CallListing listing = fixture.lister().list(pagesOf(CALLS));
            heard.add(listing);
            walk(listing, heard);
            CallPage page = fixture.lister().fetch(pagesOf(CALLS), Cursor.FIRST);
            heard.add(page);
            page.rejected().forEach(heard::add);
            page.next().ifPresent(heard::add);
            fixture.sandbox().always(Fault.rewritten(text -> planting.apply(text) + planting.apply(text)));
            heard.add(ThrowableText.printed(failure(listing)));
            heard.add(ThrowableText.printed(failure(listing.strict())));
            Canary.assertNotIn(heard.texts());
        }
    }

    private static void walk(CallListing listing, LeakRecorder heard) {
        try (CallIterator walk = listing.iterator()) {
            heard.add(walk);
            List<Call> calls = new ArrayList<>();
            while (walk.hasNext()) {
                calls.add(walk.next());
                if (calls.size() % 20 == 1) {
                    heard.add(walk.resumePoint());
                    heard.addThreads();
                }
            }
            heard.add(walk.resumePoint());
            calls.forEach(heard::add);
            heard.add(calls);
            heard.add(walk.report());
            assertThat(calls).isNotEmpty();
        }
    }

    /** A query for each parameter. */
    private static List<CallQuery> queries(ContractFixture fixture, Canary canary) {
        List<CallQueryBuilder> queries = new ArrayList<>();
        queries.add(CallQuery.builder().from(canary.text()));
        queries.add(CallQuery.builder().to(canary.text()));
        queries.add(CallQuery.builder().addTags(canary.text()));
        CanaryFilters.of(fixture.lister(), canary)
                .forEach(own -> queries.add(CallQuery.builder().addProviderFilters(own)));
        return queries.stream().map(CallQueryBuilder::build).toList();
    }

    private static void ask(ContractFixture fixture, CallQuery query, LeakRecorder heard) {
        heard.add(query);
        heard.add(query.providerFilters());
        try {
            heard.add(fixture.lister().plan(query));
            CallListing listing = fixture.lister().list(query);
            heard.add(listing);
            CallIterator walk = listing.iterator();
            walk.forEachRemaining(heard::add);
            heard.add(walk.report());
            heard.add(walk.resumePoint());
            fixture.sandbox().always(Fault.status(422, "{\"code\":\"" + query.from() + "\"}", "application/json"));
            heard.add(ThrowableText.printed(failure(listing)));
            fixture.lister().resume(pagesOf(3), walk.resumePoint());
        } catch (CallListException e) {
            heard.add(ThrowableText.printed(e));
        } finally {
            fixture.sandbox().heal();
        }
    }
}
