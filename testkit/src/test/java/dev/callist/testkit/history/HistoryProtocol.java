package dev.callist.testkit.history;

import dev.callist.testkit.SandboxRequest;
import java.util.List;
import mockwebserver3.MockResponse;

/** One provider's list of calls over a {@link ChangingList}: its paging and filters as they are, its rows as small as can be. */
public interface HistoryProtocol {
    /**
     * What a request gets.
     *
     * @param rows the rows of the page
     * @param answer the page
     */
    record Given(List<ListedCall> rows, MockResponse.Builder answer) {
        static Given refused(int status) {
            return new Given(List.of(), new MockResponse.Builder().code(status).body("{}"));
        }

        static Given json(List<ListedCall> rows, String json) {
            return new Given(
                    rows,
                    new MockResponse.Builder()
                            .setHeader("Content-Type", "application/json")
                            .body(json));
        }
    }

    /** Whether rows are counted, so that they shift; the order of such a list may be any. */
    boolean countsRows();

    /** Whether pages of so few rows can overlap, so that they can be joined. */
    boolean canOverlap(int mostRows);

    /** A page. */
    Given answer(SandboxRequest request, ListSnapshot moment);
}
