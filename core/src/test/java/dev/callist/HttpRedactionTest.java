package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class HttpRedactionTest {
    @Test
    void joinsTheNamesOfTwoProviders() {
        HttpRedaction one = new HttpRedaction(Set.of("Authorization"), Set.of("from", "to"));
        HttpRedaction other = new HttpRedaction(Set.of("Authorization", "Api-Key"), Set.of("From"));

        assertThat(one.and(other))
                .isEqualTo(new HttpRedaction(Set.of("Authorization", "Api-Key"), Set.of("from", "to", "From")));
    }

    @Test
    void showsMethodAndHostOnlyOfARequestThatIsNotOurs() {
        Request request =
                new Request.Builder().url("https://example.org/secret?from=1").build();

        assertThat(HttpRedaction.line(request)).isEqualTo("GET example.org");
    }
}
