package dev.callist.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookbackTest {
    private static final Instant WATERMARK = Instant.parse("2026-03-10T00:00:00Z");

    private final Lookback lookback = new Lookback(Duration.ofDays(3), Duration.ofDays(7));

    @Test
    void goesBackByTheLookbackIfNoCallIsOpen() {
        assertThat(lookback.start(WATERMARK, since -> Optional.empty())).isEqualTo("2026-03-07T00:00:00Z");
    }

    @Test
    void goesBackToAnOlderOpenCallAndAsksForNoneBeforeTheBound() {
        List<Instant> asked = new ArrayList<>();
        Instant open = Instant.parse("2026-03-04T12:00:00Z");
        assertThat(lookback.start(WATERMARK, since -> {
                    asked.add(since);
                    return Optional.of(open);
                }))
                .isEqualTo(open);
        assertThat(asked).containsExactly(Instant.parse("2026-03-03T00:00:00Z"));
    }

    @Test
    void goesBackByTheLookbackIfTheOpenCallIsNewer() {
        assertThat(lookback.start(WATERMARK, since -> Optional.of(WATERMARK.minusSeconds(60))))
                .isEqualTo("2026-03-07T00:00:00Z");
    }
}
