package dev.callist.internal.walk.source;

import static dev.callist.Calls.NOON;
import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.Cursor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void holdsEachCallByItsCreationOrElseByItsServerTime() {
        TimeWindow window = TimeWindow.slice(NOON, Duration.ofMinutes(1), 1, Duration.ofSeconds(30));
        Call inside = call("inside")
                .createdAt(NOON.minusSeconds(1))
                .startedAt(NOON.plusSeconds(5))
                .build();
        Call newer =
                call("newer").createdAt(NOON).startedAt(NOON.plusSeconds(5)).build();
        Call older = call("older")
                .createdAt(NOON.minusSeconds(61))
                .startedAt(NOON.minusSeconds(50))
                .build();
        Call late = call("late")
                .createdAt(NOON.minusSeconds(90))
                .startedAt(NOON.minusSeconds(50))
                .build();
        Call odd = call("odd")
                .createdAt(NOON.plusSeconds(2))
                .startedAt(NOON.plusSeconds(1))
                .build();
        Call timeless = call("timeless").build();

        assertThat(List.of(inside, newer, older, late, odd, timeless))
                .filteredOn(call -> window.holds(call, call.startedAt()))
                .containsExactly(inside, late, timeless);
    }

    @Test
    void holdsACallThatIsInOneOfTwoWindowsInExactlyOne() {
        TimeWindow newer = TimeWindow.slice(NOON, HOUR, 2, Duration.ZERO);
        TimeWindow older = TimeWindow.slice(NOON.minus(HOUR), HOUR, 1, Duration.ZERO);

        for (long seconds = 1; seconds <= 7200; seconds += 17) {
            Call call = call("c", seconds);
            assertThat(newer.holds(call, call.createdAt())).isNotEqualTo(older.holds(call, call.createdAt()));
        }
        Call between = call("c", 3600);
        assertThat(newer.holds(between, between.createdAt())).isTrue();
    }

    @Test
    void saysWhichCallsAreFarOutsideOfIt() {
        TimeWindow window = TimeWindow.slice(NOON, HOUR, 1, Duration.ofSeconds(30));

        assertThat(window.isStray(Optional.of(NOON.plusSeconds(90)))).isFalse();
        assertThat(window.isStray(Optional.of(NOON.plusSeconds(91)))).isTrue();
        assertThat(window.isStray(Optional.of(NOON.minusSeconds(3660)))).isFalse();
        assertThat(window.isStray(Optional.of(NOON.minusSeconds(3661)))).isTrue();
        assertThat(window.isStray(Optional.empty())).isFalse();
        TimeWindow rest = TimeWindow.rest(NOON, HOUR, Duration.ZERO);
        assertThat(rest.isStray(Optional.of(NOON.minus(Duration.ofDays(9999))))).isFalse();
        TimeWindow above = TimeWindow.above(NOON, Optional.empty(), HOUR, 2, Duration.ZERO);
        assertThat(above.isStray(Optional.of(NOON.plus(Duration.ofDays(9999))))).isFalse();
    }

    @Test
    void isTheRestOnlyWithoutAStart() {
        assertThat(TimeWindow.slice(NOON, HOUR, 1, Duration.ZERO).isRest()).isFalse();
        assertThat(TimeWindow.above(NOON, Optional.empty(), HOUR, 1, Duration.ZERO)
                        .isRest())
                .isFalse();
        assertThat(TimeWindow.rest(NOON, HOUR, Duration.ZERO).isRest()).isTrue();
    }

    @Test
    void computesADifferentKeyForEveryPageOfAWalk() {
        TimeWindow first = TimeWindow.slice(NOON, HOUR, 2, Duration.ZERO);
        TimeWindow second = TimeWindow.slice(NOON.minus(HOUR), HOUR, 1, Duration.ZERO);
        TimeWindow rest = TimeWindow.rest(NOON.minus(HOUR), HOUR, Duration.ZERO);
        Cursor token = new Cursor("token");

        assertThat(List.of(
                        PageAddress.FIRST,
                        PageAddress.FIRST.at(token),
                        PageAddress.first(first),
                        PageAddress.first(first).at(token),
                        PageAddress.first(second),
                        PageAddress.first(second).at(token),
                        PageAddress.first(rest),
                        PageAddress.first(rest).at(token)))
                .extracting(PageAddress::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void isBesideThePagesOfTheSameWindowOnly() {
        PageAddress first = PageAddress.first(TimeWindow.slice(NOON, HOUR, 1, Duration.ZERO));

        assertThat(first.at(new Cursor("t")).isBeside(first)).isTrue();
        assertThat(PageAddress.FIRST.isBeside(PageAddress.FIRST.at(new Cursor("t"))))
                .isTrue();
        assertThat(first.isBeside(PageAddress.FIRST)).isFalse();
    }
}
