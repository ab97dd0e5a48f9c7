package dev.callist.testkit.rules;

import static dev.callist.testkit.contract.ListerUnderTest.failure;
import static dev.callist.testkit.contract.ListerUnderTest.ids;
import static dev.callist.testkit.contract.ListerUnderTest.pagesOf;
import static dev.callist.testkit.contract.ListerUnderTest.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.ListingListener;
import dev.callist.ListingReport.Completeness;
import dev.callist.RejectedRow;
import dev.callist.testkit.Fault;
import dev.callist.testkit.RigFaults;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.contract.ContractFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A page is trusted or refused as a whole; a row or a field that cannot be read costs only itself. */
public interface PageRules extends ProviderUnderTest {
    /** Where a call is over; a provider may have fewer words than this. */
    Set<CallStatus> OVER =
            Set.of(CallStatus.COMPLETED, CallStatus.BUSY, CallStatus.NO_ANSWER, CallStatus.FAILED, CallStatus.CANCELED);

    @Test
    default void refusesAResponseThatIsNotOneDocumentedPage() {
        String field = rowsField();
        for (Fault fault : List.of(
                Fault.rewritten(text -> text + " {}"),
                Fault.rewritten(text -> text + text),
                Fault.rewritten(text -> text + " and more"),
                Fault.rewritten(text -> "[" + text + "]"),
                Fault.rewritten(text -> "{\"" + field + "\":[]," + text.substring(1)),
                Fault.rewritten(text -> text.replace("\"" + field + "\"", "\"rows\"")),
                Fault.rewritten(text -> text.replace("\"" + field + "\":[", "\"" + field + "\":{},\"rows\":[")),
                Fault.rewritten(text -> text.replace("\"" + field + "\":[", "\"" + field + "\":\"\",\"rows\":[")))) {
            try (ContractFixture fixture = fixture(5)) {
                fixture.sandbox().on(1, fault);
                CallListException e = failure(fixture.lister().list(CallQuery.all()));
                assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
                assertThat(fixture.sandbox().requestCount()).isEqualTo(1);
            }
        }
    }

    @Test
    default void handsOverTheRestOfAPageWithRejectedRows() {
        Heard heard = new Heard();
        try (ContractFixture fixture =
                        fixture(5, ContractFixture.quick().listener(heard).build());
                CallIterator walk = fixture.lister().list(CallQuery.all()).iterator()) {
            fixture.sandbox().on(1, withRowsThatAreNoCalls());
            assertThat(take(walk, 5)).isEqualTo(ids(fixture.sandbox(), 0, 5));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().rejected()).isEqualTo(5);
            assertThat(walk.report().completeness()).isEqualTo(Completeness.INCOMPLETE);
            assertThat(heard.rejected)
                    .extracting(RejectedRow::rawJson)
                    .containsExactly("null", "\"x\"", "7", "[]", "{\"zzz\":1}");
        }
    }

    @Test
    default void failsOnARejectedRowWhenStrict() {
        try (ContractFixture fixture = fixture(5);
                CallIterator walk =
                        fixture.lister().list(CallQuery.all()).strict().iterator()) {
            fixture.sandbox().on(1, withRowsThatAreNoCalls());
            assertThat(catchThrowableOfType(CallListException.class, walk::hasNext)
                            .kind())
                    .isEqualTo(Kind.BAD_RESPONSE);
            assertThat(take(walk, 5)).isEqualTo(ids(fixture.sandbox(), 0, 5));
        }
    }

    @Test
    default void readsTheRestOfARowDespiteAnOddField() {
        List<JsonNode> odd = List.of(
                PageEditor.json("''"),
                PageEditor.json("null"),
                PageEditor.json("[]"),
                PageEditor.json("{}"),
                PageEditor.json("true"),
                PageEditor.json("-1.5"),
                PageEditor.json("'1E+1000000000'"),
                PageEditor.json("[[{'a':[1]}]]"),
                PageEditor.json("{'id':{'a':'b'},'duration':[]}"));
        try (ContractFixture fixture = fixture(3)) {
            List<Call> plain =
                    fixture.lister().fetch(CallQuery.all(), Cursor.FIRST).calls();
            for (String field : fields()) {
                for (JsonNode value : odd) {
                    fixture.sandbox()
                            .always(RigFaults.edited(page -> page.row(1).set(field, value)));
                    CallPage page = fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
                    assertThat(page.calls().size() + page.rejected().size())
                            .as("%s: %s", field, value)
                            .isEqualTo(3);
                    assertThat(page.calls())
                            .as("%s: %s", field, value)
                            .startsWith(plain.get(0))
                            .endsWith(plain.get(2));
                }
            }
        }
    }

    @Test
    default void handsOverACallOnTwoPagesOnce() {
        List<JsonNode> seen = new ArrayList<>();
        try (ContractFixture fixture = fixture(25);
                CallIterator walk =
                        fixture.lister().list(pagesOf(10)).readAhead(0).iterator()) {
            fixture.sandbox()
                    .on(1, RigFaults.edited(page -> seen.add(page.row(2).deepCopy())))
                    .on(2, RigFaults.edited(page -> page.rows().insert(4, seen.get(0))));
            assertThat(take(walk, 25)).isEqualTo(ids(fixture.sandbox(), 0, 25));
            assertThat(walk.hasNext()).isFalse();
            assertThat(walk.report().duplicates()).isPositive();
        }
    }

    /** The rows that the short page leaves out may be on the next one or gone; only the server knows. */
    @Test
    default void continuesAfterAPageThatIsShorterThanRequested() {
        try (ContractFixture fixture = fixture(25)) {
            fixture.sandbox().on(1, RigFaults.edited(page -> {
                for (int row = 9; row > 6; row--) {
                    page.rows().remove(row);
                }
            }));
            assertThat(ids(fixture.lister().list(pagesOf(10))))
                    .doesNotHaveDuplicates()
                    .startsWith(ids(fixture.sandbox(), 0, 7).toArray(String[]::new))
                    .endsWith(ids(fixture.sandbox(), 10, 25).toArray(String[]::new));
        }
    }

    @Test
    default void handsOverACallThatHasNotEnded() {
        try (ContractFixture fixture = fixture(200)) {
            List<Call> calls = fixture.lister().list(CallQuery.all()).stream().toList();
            assertThat(calls).hasSize(200);
            for (int i = 0; i < calls.size(); i++) {
                Call call = calls.get(i);
                SandboxCall made = SandboxCall.at(i);
                if (!OVER.contains(made.status())) {
                    assertThat(OVER).as("%s", made).doesNotContain(call.status());
                    assertThat(call.endedAt()).as("%s", made).isEmpty();
                    assertThat(call.duration().filter(duration -> !duration.isZero()))
                            .as("%s", made)
                            .isEmpty();
                }
            }
        }
    }

    private static Fault withRowsThatAreNoCalls() {
        return RigFaults.edited(page -> {
            page.rows().insert(0, PageEditor.json("null"));
            page.rows().insert(2, PageEditor.json("'x'"));
            page.rows().insert(3, PageEditor.json("7"));
            page.rows().insert(5, PageEditor.json("[]"));
            page.rows().add(PageEditor.json("{'zzz':1}"));
        });
    }

    /** The field of the provider's page that holds the rows. */
    private String rowsField() {
        List<String> found = new ArrayList<>();
        look(page -> found.add(page.rowsField()));
        return found.get(0);
    }

    /** The fields of the provider's rows. */
    private List<String> fields() {
        List<String> found = new ArrayList<>();
        look(page -> {
            page.row(1).fieldNames().forEachRemaining(found::add);
        });
        return found;
    }

    private void look(Consumer<PageEditor> at) {
        try (ContractFixture fixture = fixture(3)) {
            fixture.sandbox().on(1, RigFaults.edited(at));
            fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
        }
    }

    /** Records the rejected rows. */
    final class Heard implements ListingListener {
        final List<RejectedRow> rejected = new ArrayList<>();

        @Override
        public synchronized void rowRejected(String provider, int page, RejectedRow row) {
            rejected.add(row);
        }
    }
}
