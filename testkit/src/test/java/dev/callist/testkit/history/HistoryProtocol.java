package dev.callist.testkit.history;

import dev.callist.testkit.SandboxRequest;
import dev.callist.testkit.history.History.Mood;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;

/** One provider's list of calls over a {@link ChangingList}: the real paging and filters, with minimal rows. */
public interface HistoryProtocol {
    /**
     * The answer to a request.
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

    /** Whether a request names its page by a token. */
    default boolean holdsToken(SandboxRequest request) {
        return false;
    }

    /** Whether rows are counted, so that they shift; such a list may have any order. */
    boolean countsRows();

    /** Whether pages of so few rows can overlap, so that they can be joined. */
    boolean canOverlap(int mostRows);

    /**
     * Whether it selects calls by the time at which they were made; otherwise a reader does, and stops when all are too
     * old.
     */
    default boolean selectsByTime() {
        return true;
    }

    /** The movements that this list can have, besides those of all lists. */
    Set<Mood> movements();

    /** A page. */
    Given answer(SandboxRequest request, ListSnapshot moment);
}
