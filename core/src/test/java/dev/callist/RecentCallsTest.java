package dev.callist;

import static dev.callist.Calls.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecentCallsTest {
    private final RecentCalls recent = new RecentCalls(List.of());

    @Test
    void remembersACallByAccountChannelAndId() {
        assertThat(recent.add(call("a").build())).isTrue();
        assertThat(recent.add(call("a").status(CallStatus.BUSY).build())).isFalse();
        assertThat(recent.add(call("a").channel("one").build())).isTrue();
        assertThat(recent.add(call("a").channel("two").build())).isTrue();
        assertThat(recent.add(call("a").account("one").build())).isTrue();
        assertThat(recent.add(call("a").channel("two").build())).isFalse();
    }

    @Test
    void remembersTheLastTwentyThousand() {
        for (int i = 0; i < RecentCalls.MOST_REMEMBERED; i++) {
            recent.add(call("c" + i).build());
        }
        assertThat(recent.add(call("c0").build())).isFalse();

        recent.add(call("one more").build());

        assertThat(recent.add(call("c1").build())).isFalse();
        assertThat(recent.add(call("c0").build())).isTrue();
        assertThat(recent.add(call("c2").build())).isFalse();
        assertThat(recent.add(call("c1").build())).isTrue();
    }
}
