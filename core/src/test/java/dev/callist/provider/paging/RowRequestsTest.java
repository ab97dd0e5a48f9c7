package dev.callist.provider.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows to request so that two pages overlap. */
class RowRequestsTest {
    @Test
    void overlapsAtAnyOffsetByExactlyOneRow() {
        assertThat(RowRequests.byOffset(99, 100)).isEqualTo(new RowRange(99, 100));
        assertThat(RowRequests.byOffset(99, 1)).isEqualTo(new RowRange(99, 2));
    }

    @Test
    void choosesThePageThatContainsTheRowAndReachesFurthest() {
        RowRange range = RowRequests.byPage(99, 100, 100);

        assertThat(range).isEqualTo(new RowRange(99, 99));
        assertThat(range.page()).isEqualTo(2);
        assertThat(RowRequests.byPage(1, 2, 2)).isEqualTo(new RowRange(0, 3));
    }

    @Test
    void startsAfterTheRowIfAServerReturnsNoLargerPage() {
        assertThat(RowRequests.byPage(1, 2, 3)).isEqualTo(new RowRange(2, 2));
        assertThat(RowRequests.byPage(4, 1, 2)).isEqualTo(new RowRange(5, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 10, 50, 99, 100, 1000})
    void reachesBeyondTheRow(int limit) {
        for (int row = 0; row < 3000; row++) {
            RowRange range = RowRequests.byPage(row, limit, limit);

            assertThat(range.end()).as("row %d", row).isGreaterThan(row + 1);
            assertThat(range.start()).as("row %d", row).isLessThanOrEqualTo(row);
            assertThat(range.start() % range.limit()).as("row %d", row).isZero();
        }
    }

    /** Row 2,520 is the first that every page size up to ten divides. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void reachesBeyondTheRowWithTheSmallestPages(int limit) {
        for (int row = 0; row < 2519; row++) {
            assertThat(RowRequests.byPage(row, limit, limit).end())
                    .as("row %d", row)
                    .isGreaterThan(row + 1);
        }
        assertThat(RowRequests.byPage(2519, limit, limit)).isEqualTo(new RowRange(2520, limit));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2147483647", "2147483647, 1", "2147483647, 2147483647", "1073741824, 50"})
    void computesAPossibleRangeForAnyRowAndLimit(int row, int limit) {
        if (limit < 1_000_000) {
            RowRange page = RowRequests.byPage(row, limit, limit + 1);
            assertThat(page.limit()).isPositive();
            assertThat(page.start()).isNotNegative();
            assertThat(page.end()).isGreaterThanOrEqualTo(page.start());
        }
        RowRange offset = RowRequests.byOffset(row, limit);
        assertThat(offset.limit()).isGreaterThan(1);
        assertThat(offset.end()).isGreaterThanOrEqualTo(offset.start());
    }
}
