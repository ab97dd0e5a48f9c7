package dev.callist.testkit.laml;

import static dev.callist.testkit.laml.FakeLamlList.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import dev.callist.ProviderFilters;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The link to the next page is read and never requested. In links, OURS and EVIL are replaced by the two servers, and
 * LIST by the path of the list.
 */
public abstract class LamlLinksContract {
    /** The place in a link. */
    protected static final String REST = "Page=1&PageSize=2&PageToken=PA1";

    private static final String PATH = "LIST";

    private final FakeLamlList<?> server;
    private final FakeLamlList<?> evil;

    protected LamlLinksContract(Supplier<FakeLamlList<?>> server) {
        this.server = server.get();
        this.evil = server.get();
    }

    /** The provider's filter by the call that made a call. */
    protected abstract ProviderFilters parentCallSid(String sid);

    @AfterEach
    void stop() {
        server.close();
        evil.close();
    }

    private String quoted(String link) {
        return "\""
                + link.replace(PATH, server.path())
                        .replace("OURS", server.authority())
                        .replace("EVIL", evil.authority())
                        .replace("\\", "\\\\")
                + "\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://EVIL" + PATH + "?" + REST,
                "//EVIL" + PATH + "?" + REST,
                "\\\\EVIL" + PATH + "?" + REST,
                "/\\EVIL" + PATH + "?" + REST,
                "http:\\\\EVIL" + PATH + "?" + REST,
                "http://OURS@EVIL" + PATH + "?" + REST,
                "http://user@OURS" + PATH + "?" + REST,
                "http://user:password@OURS" + PATH + "?" + REST,
                "http://@OURS" + PATH + "?" + REST,
                "https://OURS" + PATH + "?" + REST,
                "ftp://OURS" + PATH + "?" + REST,
                "http://localhost:1" + PATH + "?" + REST,
                "javascript:alert(1)",
                "string",
                "/",
                "/api/laml" + PATH + "?" + REST,
                PATH + "?Page=1 &PageToken=PA1",
                PATH + "?PageToken=é"
            })
    void refusesALinkThatLeadsElsewhere(String link) {
        expectRefused(link);
    }

    /** Expects that this link to the next page leads elsewhere. */
    protected final void expectRefused(String link) {
        server.page(row("c1", ""), quoted(link));

        CallListException failure = server.failure();

        assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_LINK);
        assertThat(failure.getMessage()).doesNotContain("PA1", "Accounts", "EVIL", evil.authority());
        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(evil.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH + "?" + REST,
                "http://OURS" + PATH + "?" + REST,
                "//OURS" + PATH + "?" + REST,
                "?" + REST,
                "  " + PATH + "?" + REST + "  ",
                PATH + "?PageToken=PA1&Page=1",
                PATH + "?" + REST + "&Status=busy&From=%2B13105550100&Evil=1&PageSize=7#there",
            })
    void takesThePlaceAndNothingElseFromALinkOfOurs(String link) {
        expectTaken(link);
    }

    /** Expects that this link to the next page has a place in our list. */
    protected final void expectTaken(String link) {
        server.page(row("c1", ""), quoted(link)).page(row("c2", ""), "null");

        assertThat(server.list()).extracting(Call::id).containsExactly("c1", "c2");
        assertThat(server.target()).isEqualTo(server.path() + "?PageSize=1000");
        assertThat(server.target()).isEqualTo(server.path() + "?Page=1&PageToken=PA1&PageSize=1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PA+1", "PA%2B1", "PA%201%0A", "%20PA1%20", "PA%zz%", "PA%c3%a9", "PA%C3%A9", "PA%251", "PA1=2=="
            })
    void sendsAPageTokenExactlyAsTheLinkHasIt(String token) {
        server.page(row("c1", ""), quoted(PATH + "?Page=1&PageToken=" + token + "&PageSize=7"))
                .page(row("c2", ""), "null");

        CallIterator walk = server.calls().list(CallQuery.all()).iterator();

        assertThat(walk).toIterable().hasSize(2);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
        server.target();
        assertThat(server.target()).isEqualTo(server.path() + "?Page=1&PageToken=" + token + "&PageSize=1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?Page=1", "?Page=1&amp;PageToken=PA1", "?Page=1&PageToken=", "?Page=1&pagetoken=PA1"})
    void doesNotKnowThatAListIsWholeIfALinkHasNoToken(String link) {
        server.page(row("c1", ""), quoted(PATH + link))
                .page(row("c2", ""), quoted(PATH + "?Page=2&PageToken=PA2"))
                .page(row("c3", ""), "null");

        CallIterator walk = server.calls().list(CallQuery.all()).iterator();

        assertThat(walk).toIterable().hasSize(3);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
        server.target();
        assertThat(server.target()).isEqualTo(server.path() + "?Page=1&PageSize=1000");
    }

    @Test
    void knowsThatAListIsWholeUpToALimitBeforeALinkWithoutAToken() {
        server.page(row("c1", "") + "," + row("c2", ""), quoted(PATH + "?Page=1"));

        CallIterator walk =
                server.calls().list(CallQuery.all()).limit(2).readAhead(0).iterator();

        assertThat(walk).toIterable().hasSize(2);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void goesOnFromEitherHalfOfAPlace() {
        server.page(row("c1", ""), quoted(PATH + "?Page=1"))
                .page(row("c2", ""), quoted(PATH + "?PageToken=PA2"))
                .page(row("c3", ""), "null");

        assertThat(server.list()).hasSize(3);
        server.target();
        assertThat(server.target()).isEqualTo(server.path() + "?Page=1&PageSize=1000");
        assertThat(server.target()).isEqualTo(server.path() + "?PageToken=PA2&PageSize=1000");
    }

    @Test
    void sendsItsOwnFiltersWithEveryPage() {
        server.page("", quoted(PATH + "?" + REST + "&Status=failed")).page("", "null");

        server.list(CallQuery.builder()
                .from("+13105550100")
                .pageSize(5)
                .addProviderFilters(parentCallSid("c0"))
                .build());

        assertThat(server.target()).isEqualTo(server.path() + "?PageSize=5&ParentCallSid=c0&From=%2B13105550100");
        assertThat(server.target())
                .isEqualTo(server.path() + "?Page=1&PageToken=PA1&PageSize=5&ParentCallSid=c0&From=%2B13105550100");
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?PageSize=50", PATH + "?page=1&pagetoken=PA1", PATH + "?Page=&PageToken=%20"})
    void refusesALinkWithoutAPlace(String link) {
        server.page(row("c1", ""), quoted(link));

        assertThat(server.failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void endsIfThereIsNoLink(String link) {
        assertThat(server.page(row("c1", ""), link).list()).hasSize(1);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @Test
    void endsIfTheLinkIsLeftOut() {
        assertThat(server.answers(200, "{\"calls\":[]}").list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[]", "{}"})
    void refusesALinkThatIsNotText(String link) {
        assertThat(server.page("", link).failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void keepsOnlyThePositionInAnOddCursor() {
        server.page("", quoted(PATH + "?PageToken=PA%26Status%3Dbusy%2B%20%C3%A9&Page=2&From=1"));

        CallPage page = server.calls().fetch(CallQuery.all(), Cursor.FIRST);

        assertThat(page.next()).contains(new Cursor("Page=2&PageToken=PA%26Status%3Dbusy%2B%20%C3%A9"));
        server.page("", "null").calls().fetch(CallQuery.all(), page.next().orElseThrow());
        server.target();
        assertThat(server.target())
                .isEqualTo(server.path() + "?Page=2&PageToken=PA%26Status%3Dbusy%2B%20%C3%A9&PageSize=1000");
    }

    @Test
    void refusesACursorThatItDidNotMakeWithoutARequest() {
        for (String text : new String[] {"junk", "Status=busy", "?", "PA1"}) {
            CallListException failure = catchThrowableOfType(
                    CallListException.class, () -> server.calls().fetch(CallQuery.all(), new Cursor(text)));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
        }
        assertThat(server.requestCount()).isZero();
    }

    @Test
    void handsOverTheFirstPageBeforeItRefusesTheSecondsLink() {
        server.page(row("c1", ""), quoted(PATH + "?" + REST))
                .page(row("c2", ""), quoted("http://EVIL" + PATH + "?" + REST));

        try (CallIterator walk = server.calls().list(CallQuery.all()).iterator()) {
            assertThat(walk.next().id()).isEqualTo("c1");
            CallListException failure = catchThrowableOfType(CallListException.class, walk::hasNext);
            assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_LINK);
            assertThat(failure.failure().page()).isEqualTo(2);
        }
        assertThat(evil.requestCount()).isZero();
    }
}
