package dev.callist.provider.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallDirection;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallPage;
import dev.callist.CallQuery;
import dev.callist.CallStatus;
import dev.callist.Cursor;
import dev.callist.provider.ApiRequest;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.JsonClient;
import dev.callist.provider.OverHttp;
import dev.callist.provider.PageMapper;
import dev.callist.provider.RowMapper;
import dev.callist.provider.Rows;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list that is counted in rows. */
class CountedPagesTest extends OverHttp {
    private static final CallQuery FOUR = CallQuery.builder().pageSize(4).build();

    private final JsonClient client = client(options().build());

    /** A page with the total, or with the server's page size and a sign that more follow. */
    public record CountedPage(
            @Nullable Rows<Item> results,
            @Nullable Long total,
            @Nullable Integer limit,
            @Nullable Boolean more) implements Envelope<Item> {
        @Override
        public @Nullable Rows<Item> rows() {
            return results;
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void countsInRowsAndALimit() throws InterruptedException {
        answer("{\"results\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"},{\"id\":\"d\"}],\"total\":9}");
        answer("{\"results\":[{\"id\":\"e\"},{\"id\":\"f\"}],\"total\":9}");

        CallPage first = offsets().fetch(FOUR, Cursor.FIRST);
        CallPage second = offsets().fetch(FOUR, first.next().orElseThrow());

        assertThat(first.firstRow()).hasValue(0);
        assertThat(first.total()).hasValue(9);
        assertThat(first.next()).contains(Cursor.atRow(4, 4));
        assertThat(second.firstRow()).hasValue(4);
        assertThat(second.next()).contains(Cursor.atRow(6, 4));
        assertThat(server.takeRequest().getUrl().encodedQuery()).isEqualTo("offset=0&limit=4");
        assertThat(server.takeRequest().getUrl().encodedQuery()).isEqualTo("offset=4&limit=4");
    }

    @Test
    void returnsAPageAsTheServerSentItEvenIfItOverlaps() {
        answer("{\"results\":[{\"id\":\"d\"},7,{\"id\":\"e\"}],\"total\":9}");

        CallPage page = offsets().fetch(FOUR, Cursor.atRow(3, 4));

        assertThat(page.firstRow()).hasValue(3);
        assertThat(page.calls()).extracting(Call::id).containsExactly("d", "e");
        assertThat(page.rejected()).hasSize(1);
        assertThat(page.next()).contains(Cursor.atRow(6, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[],\"total\":9}",
                "{\"results\":[]}",
                "{\"results\":[{\"id\":\"x\"},{\"id\":\"y\"}],\"total\":7}",
            })
    void endsOnAnEmptyPageAndOnOneThatIsNotFullAndReachesTheTotal(String body) {
        answer(body);

        assertThat(offsets().fetch(FOUR, Cursor.atRow(5, 4)).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"results\":[{\"id\":\"x\"}],\"total\":9}",
                "{\"results\":[{\"id\":\"x\"}],\"total\":3}",
                "{\"results\":[{\"id\":\"x\"}]}",
                "{\"results\":[{\"id\":\"w\"},{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"z\"}],\"total\":9}",
            })
    void continuesAfterEveryOtherPageWithoutASignOfTheEnd(String body) {
        answer(body);

        assertThat(offsets().fetch(FOUR, Cursor.atRow(5, 4)).next()).isPresent();
    }

    @Test
    void believesTheProvidersOwnSignOfTheEnd() {
        answer("{\"results\":[],\"limit\":4,\"more\":true}");
        answer(
                "{\"results\":[{\"id\":\"x\"},{\"id\":\"y\"},{\"id\":\"w\"},{\"id\":\"z\"}],\"total\":99,\"more\":false}");

        assertThat(numbers().fetch(FOUR, Cursor.atRow(4, 4)).next()).contains(Cursor.atRow(8, 4));
        assertThat(numbers().fetch(FOUR, Cursor.atRow(4, 4)).next()).isEmpty();
    }

    @Test
    void continuesWithTheLimitThatTheServerHasShown() throws InterruptedException {
        answer("{\"results\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"limit\":2,\"more\":true}");
        answer("{\"results\":[{\"id\":\"c\"}],\"limit\":2,\"more\":false}");

        Cursor next = numbers().fetch(FOUR, Cursor.FIRST).next().orElseThrow();
        numbers().fetch(FOUR, next);

        assertThat(next).isEqualTo(Cursor.atRow(2, 2));
        server.takeRequest();
        assertThat(server.takeRequest().getUrl().encodedQuery()).isEqualTo("page=2&limit=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "%%%", "MTA", "row:1", "row:-1+4", "row:1+0", "row:01+4", "row:1+4x", "row:4294967296+1"})
    void refusesACursorOfAnotherKind(String text) {
        CallListException e =
                catchThrowableOfType(CallListException.class, () -> offsets().fetch(FOUR, new Cursor(text)));

        assertThat(e).hasMessageContaining("the cursor was not issued by this lister");
        assertThat(e.kind()).isEqualTo(Kind.INVALID_RESUME_POINT);
        assertThat(server.getRequestCount()).isZero();
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private CountedPages<Item, CountedPage> offsets() {
        return pages(new ByOffset());
    }

    private CountedPages<Item, CountedPage> numbers() {
        return pages(new ByPage());
    }

    private CountedPages<Item, CountedPage> pages(RowRequests<CountedPage> requests) {
        RowMapper<Item> mapper = item -> Optional.ofNullable(item.id()).map(id -> Call.builder()
                .provider("test")
                .id(id)
                .direction(CallDirection.UNKNOWN)
                .status(CallStatus.UNKNOWN));
        return new CountedPages<>(client, new PageMapper<>(mapper, false), CountedPage.class, requests);
    }

    private static int pageSize(CallQuery query) {
        return query.pageSize().orElse(10);
    }

    private static OptionalLong total(CountedPage page) {
        Long total = page.total();
        return total == null ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private final class ByOffset implements RowRequests<CountedPage> {
        @Override
        public int pageSize(CallQuery query) {
            return CountedPagesTest.pageSize(query);
        }

        @Override
        public ApiRequest request(CallQuery query, RowRange rows) {
            return ApiRequest.get(server.url("/calls?offset=" + rows.start() + "&limit=" + rows.limit()), "/calls");
        }

        @Override
        public RowCounts given(CountedPage page, RowRange asked) {
            return RowCounts.asAsked(asked, total(page));
        }

        @Override
        public Optional<CountedPage> peek(EnvelopePeek response) {
            return Optional.empty();
        }

        @Override
        public boolean marksEnd() {
            return false;
        }

        @Override
        public RowRange range(int row, int limit, int pageSize) {
            return RowRequests.byOffset(row, limit);
        }
    }

    private final class ByPage implements RowRequests<CountedPage> {
        @Override
        public int pageSize(CallQuery query) {
            return CountedPagesTest.pageSize(query);
        }

        @Override
        public ApiRequest request(CallQuery query, RowRange rows) {
            return ApiRequest.get(server.url("/calls?page=" + rows.page() + "&limit=" + rows.limit()), "/calls");
        }

        @Override
        public RowCounts given(CountedPage page, RowRange asked) {
            Integer limit = page.limit();
            OptionalInt held = limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
            int given = held.orElse(asked.limit());
            RowRange rows = new RowRange((asked.page() - 1) * given, given);
            return new RowCounts(rows, total(page), Optional.of(Boolean.TRUE.equals(page.more())));
        }

        @Override
        public Optional<CountedPage> peek(EnvelopePeek response) {
            return Optional.empty();
        }

        @Override
        public boolean marksEnd() {
            return true;
        }

        @Override
        public RowRange range(int row, int limit, int pageSize) {
            return RowRequests.byPage(row, limit, pageSize);
        }
    }
}
