package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import org.junit.jupiter.api.Test;

class DeviationTest {
    @Test
    void addsUpInASandbox() throws Exception {
        try (SearchSandbox sandbox = SearchSandbox.start(100)) {
            sandbox.deviating(Deviation.pageCap(7), Deviation.totalOff(5), Deviation.unknownField());
            JsonNode page =
                    new ShiftingBrowser(sandbox).search("?limit=10", "{}").json();

            assertThat(page.path("total").asInt()).isEqualTo(105);
            assertThat(page.path("data")).hasSize(7).allSatisfy(row -> assertThat(row.has("sentiment"))
                    .isTrue());
        }
    }

    @Test
    void isRefusedWhereItDoesNotApply() {
        try (SignalWireSandbox sandbox = SignalWireSandbox.start(1)) {
            assertThatThrownBy(() -> sandbox.deviating(Deviation.totalOff(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("wrong total does not apply to this sandbox");
            assertThatThrownBy(() -> sandbox.deviating(Deviation.filterIgnored(QueryFilter.DIRECTION)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sandbox.deviating(Deviation.capitalTags()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
