package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static dev.callist.testkit.ContractSubject.pagesOf;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Canaries in every field and every parameter, and none of them in any text that comes out: accessors alone tell. */
interface CanaryRules extends ContractSubject {
    /** Rows enough for each of a row's fields to have its turn. */
    int CALLS = 130;

    @Test
    default void showsNothingOfRowsThatAreFullOfCanaries() {
        for (Planted canary : Planted.all()) {
            showsNothingOf(page -> PlantedRows.everywhere(page, canary));
        }
    }

    @Test
    default void showsNothingOfRowsThatHaveACanaryEach() {
        for (Planted canary : Planted.all()) {
            showsNothingOf(page -> PlantedRows.oneByOne(page, canary));
        }
    }

    @Test
    default void showsNothingOfWhatIsAskedFor() {
        for (Planted canary : Planted.all()) {
            try (Overheard heard = new Overheard();
                    Trial trial =
                            trial(3, Trial.quick().listener(heard.listener()).build())) {
                for (CallQuery query : queries(trial, canary)) {
                    ask(trial, query, heard);
                }
                Planted.assertNotIn(heard.texts());
            }
        }
    }

    @Test
    default void quotesNothingOfASettingThatItRefuses() {
        for (Planted canary : Planted.all()) {
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
                () -> lister(base, secret, Trial.quick().build()).close());
        assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
        Planted.assertNotIn(List.of(Texts.printed(e)));
    }

    private void showsNothingOf(UnaryOperator<String> planting) {
        try (Overheard heard = new Overheard();
                Trial trial =
                        trial(CALLS, Trial.quick().listener(heard.listener()).build())) {
            trial.sandbox().always(Fault.rewritten(planting));
            CallListing listing = trial.lister().list(pagesOf(CALLS));
            heard.add(listing);
            walk(listing, heard);
            CallPage page = trial.lister().fetch(pagesOf(CALLS), Cursor.FIRST);
            heard.add(page);
            page.rejected().forEach(heard::add);
            page.next().ifPresent(heard::add);
            trial.sandbox().always(Fault.rewritten(text -> planting.apply(text) + planting.apply(text)));
            heard.add(Texts.printed(failure(listing)));
            heard.add(Texts.printed(failure(listing.strict())));
            Planted.assertNotIn(heard.texts());
        }
    }

    private static void walk(CallListing listing, Overheard heard) {
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
    private static List<CallQuery> queries(Trial trial, Planted canary) {
        List<CallQueryBuilder> queries = new ArrayList<>();
        queries.add(CallQuery.builder().from(canary.text()));
        queries.add(CallQuery.builder().to(canary.text()));
        queries.add(CallQuery.builder().addTags(canary.text()));
        PlantedFilters.of(trial.lister(), canary)
                .forEach(own -> queries.add(CallQuery.builder().addProviderFilters(own)));
        return queries.stream().map(CallQueryBuilder::build).toList();
    }

    private static void ask(Trial trial, CallQuery query, Overheard heard) {
        heard.add(query);
        heard.add(query.providerFilters());
        try {
            heard.add(trial.lister().plan(query));
            CallListing listing = trial.lister().list(query);
            heard.add(listing);
            CallIterator walk = listing.iterator();
            walk.forEachRemaining(heard::add);
            heard.add(walk.report());
            heard.add(walk.resumePoint());
            trial.sandbox().always(Fault.status(422, "{\"code\":\"" + query.from() + "\"}", "application/json"));
            heard.add(Texts.printed(failure(listing)));
            trial.lister().resume(pagesOf(3), walk.resumePoint());
        } catch (CallListException e) {
            heard.add(Texts.printed(e));
        } finally {
            trial.sandbox().heal();
        }
    }
}
