package dev.callist;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.ListingReport.Completeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejoinTest {
    @Test
    void keepsWhatStandsAboveACallThatIsInTheListTwice() {
        assertThat(remaining(false, List.of("a", "b", "c"), "d", "b", "e")).containsExactly("d", "b", "e");
        assertThat(remaining(true, List.of("a", "b"), "a", "b", "c", "a", "d")).containsExactly("c", "a", "d");
        assertThat(remaining(true, List.of("a", "b"), "a", "b", "c", "b", "d")).containsExactly("c", "b", "d");
    }

    @Test
    void dropsAPageThatIsRepeatedAtAPagesEnd() {
        assertThat(remaining(false, List.of("b", "c"), "a", "b", "c", "d")).containsExactly("d");
        assertThat(remaining(false, List.of("b", "c"), "c", "d")).containsExactly("d");
    }

    @Test
    void goesOnAfterTheLatestCallThatStillStands() {
        assertThat(remaining(true, List.of("a", "b", "c"), "a", "b", "d")).containsExactly("d");
    }

    private static List<String> remaining(boolean inPage, List<String> handed, String... page) {
        List<CallKey> anchors =
                handed.stream().map(id -> CallKey.of(call(id, 0))).toList();
        Bookmark bookmark = new Bookmark(
                "",
                10,
                Optional.empty(),
                Optional.of(Cursor.FIRST),
                inPage,
                true,
                anchors,
                Optional.empty(),
                Completeness.COMPLETE);
        List<Call> calls =
                new ArrayList<>(Arrays.stream(page).map(id -> call(id, 0)).toList());
        new Rejoin(bookmark).dropHandedOver(calls);
        return calls.stream().map(Call::id).toList();
    }
}
