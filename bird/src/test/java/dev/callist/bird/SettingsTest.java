package dev.callist.bird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** INVALID_CONFIG: a setting is missing or not acceptable. */
class SettingsTest {
    @Test
    void saysInvalidConfigWhenTheWorkspaceIsMissing() {
        assertRefused(() -> BirdConfig.builder().accessKey("k").build());
    }

    @Test
    void saysInvalidConfigWhenATimeoutIsTooShortForTheHttpClient() {
        assertRefused(() -> BirdCalls.create(BirdConfig.builder()
                .workspaceId("w")
                .accessKey("k")
                .options(ClientOptions.builder()
                        .readTimeout(Duration.ofNanos(500_000))
                        .build())
                .build()));
    }

    @Test
    void saysWhatIsWrongWithATimeoutThatIsTooLong() {
        assertThat(catchThrowable(() ->
                        ClientOptions.builder().callTimeout(Duration.ofDays(30)).build()))
                .hasMessageNotContaining("more than zero");
    }

    private static void assertRefused(ThrowingCallable building) {
        assertThat(catchThrowable(building)).isInstanceOfSatisfying(CallListException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.INVALID_CONFIG));
    }
}
