package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rule 9: a list that comes as an empty object has nothing in it and is no problem. */
class EmptyObjectForListTest {
    @Test
    void readsNoCommand() {
        try (Bench bench = new Bench().json(Bench.page("{\"id\":\"a\",\"callFlow\":{\"commands\":{}}}"))) {
            Optional<BirdCall.CallFlow> flow =
                    bench.fetch().calls().get(0).as(BirdCall.class).map(BirdCall::callFlow);
            assertThat(flow.map(BirdCall.CallFlow::commands).stream())
                    .allSatisfy(list -> assertThat(list).isEmpty());
        }
    }

    @Test
    void readsNoTag() {
        try (Bench bench = new Bench().json(Bench.page("{\"id\":\"a\",\"tags\":{}}"))) {
            Call call = bench.fetch().calls().get(0);
            assertThat(call.tags()).isEmpty();
            assertThat(call.problems()).isEmpty();
        }
    }
}
