package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientOptionsTimeoutTest {
    @Test
    void refusesATimeoutThatIsTooShortForTheHttpClient() {
        CallListException e = catchThrowableOfType(CallListException.class, () -> ClientOptions.builder()
                .readTimeout(Duration.ofNanos(500_000))
                .build());
        assertThat(e.kind()).isEqualTo(CallListException.Kind.INVALID_CONFIG);
    }

    @Test
    void saysWhatIsWrongWithATimeoutThatIsTooLong() {
        CallListException e = catchThrowableOfType(
                CallListException.class,
                () -> ClientOptions.builder().callTimeout(Duration.ofDays(30)).build());
        assertThat(e).hasMessageNotContaining("more than zero");
    }
}
