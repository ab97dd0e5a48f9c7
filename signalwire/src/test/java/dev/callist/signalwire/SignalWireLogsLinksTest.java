package dev.callist.signalwire;

import static dev.callist.signalwire.FakeVoiceLog.PATH;
import static dev.callist.signalwire.FakeVoiceLog.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.Cursor;
import dev.callist.ListingReport.Completeness;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The link to the next page is read and never requested. OURS and EVIL are replaced by the two servers. */
class SignalWireLogsLinksTest {
    private static final String REST = "page_number=1&page_size=2&page_token=PA1";

    private final FakeVoiceLog server = new FakeVoiceLog();
    private final FakeVoiceLog evil = new FakeVoiceLog();

    @AfterEach
    void stop() {
        server.close();
        evil.close();
    }

    private String next(String link) {
        return "\"next\":\"" + link.replace("OURS", server.authority()).replace("EVIL", evil.authority()) + "\"";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://EVIL" + PATH + "?" + REST,
                "//EVIL" + PATH + "?" + REST,
                "https://OURS" + PATH + "?" + REST,
                "https://example.signalwire.com" + PATH + "?" + REST,
                "http://OURS@EVIL" + PATH + "?" + REST,
                "http://user:password@OURS" + PATH + "?" + REST,
                "http://OURS/api/laml/2010-04-01/Accounts/p1/Calls?" + REST,
                "http://OURS" + PATH + "/e1?" + REST,
                "http://OURS/voice/logs?" + REST,
                "javascript:alert(1)"
            })
    void refusesALinkThatLeadsElsewhere(String link) {
        server.page(row("e1", ""), next(link));

        CallListException failure = server.failure();

        assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_LINK);
        assertThat(failure.getMessage()).doesNotContain("PA1", evil.authority());
        assertThat(server.requestCount()).isEqualTo(1);
        assertThat(evil.requestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://OURS" + PATH + "?" + REST,
                "//OURS" + PATH + "?" + REST,
                PATH + "?" + REST,
                "?" + REST,
                "http://OURS" + PATH + "?page_token=PA1&page_number=1",
                "http://OURS" + PATH + "?" + REST + "&created_on=2020-01-01&include_deleted=true&evil=1#there"
            })
    void takesThePlaceAndNothingElseFromALinkOfOurs(String link) {
        CallQuery query = CallQuery.builder()
                .pageSize(9)
                .addProviderFilters(SignalWireLogsFilters.builder()
                        .createdOn(LocalDate.parse("2026-03-10"))
                        .build())
                .build();
        server.page(row("e1", ""), next(link)).page(row("e2", ""));

        assertThat(server.list(query)).extracting(Call::id).containsExactly("e1", "e2");
        assertThat(server.target()).isEqualTo(PATH + "?page_size=9&created_on=2026-03-10");
        assertThat(server.target()).isEqualTo(PATH + "?page_number=1&page_token=PA1&page_size=9&created_on=2026-03-10");
    }

    @Test
    void doesNotKnowThatALogIsWholeIfALinkHasNoToken() {
        server.page(row("e1", ""), next("http://OURS" + PATH + "?page_number=1"))
                .page(row("e2", ""));

        CallIterator walk = server.calls().list(CallQuery.all()).iterator();

        assertThat(walk).toIterable().hasSize(2);
        assertThat(walk.report().completeness()).isEqualTo(Completeness.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"next\":null", "\"next\":\"\"", "\"next\":\" \"", "\"self\":\"x\"", "\"prev\":\"x\""})
    void endsIfThereIsNoLink(String links) {
        server.page(row("e1", ""), links);

        assertThat(server.list(CallQuery.all())).hasSize(1);
        assertThat(server.requestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"next\":7", "\"next\":{}", "\"next\":[]", "\"next\":true"})
    void refusesALinkThatIsNotText(String links) {
        assertThat(server.page("", links).failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?page_size=2", PATH + "?Page=1&PageToken=PA1"})
    void refusesALinkWithoutAPlace(String link) {
        assertThat(server.page(row("e1", ""), next(link)).failure().kind()).isEqualTo(Kind.BAD_RESPONSE);
    }

    @Test
    void refusesACursorThatItDidNotMakeWithoutARequest() {
        for (String text : new String[] {"junk", "Page=1&PageToken=PA1", "created_on=2026-03-10", "?"}) {
            CallListException failure = catchThrowableOfType(
                    CallListException.class, () -> server.calls().fetch(CallQuery.all(), new Cursor(text)));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
        }
        assertThat(server.requestCount()).isZero();
    }
}
