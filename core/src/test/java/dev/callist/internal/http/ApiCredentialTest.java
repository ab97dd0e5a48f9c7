package dev.callist.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ApiCredentialTest {
    private final Queue<String> source = new ArrayDeque<>(List.of("old", "new"));
    private final ApiCredential credential =
            new ApiCredential("test", "Authorization", key -> "Bearer " + key, source::remove, key -> {});

    @Test
    void usesAKeyThatAnotherThreadHasRenewed() {
        String refused = credential.value();

        assertThat(credential.renew(refused)).isTrue();
        assertThat(credential.renew(refused)).isTrue();

        assertThat(source).isEmpty();
        assertThat(credential.value()).isEqualTo("new");
    }

    @Test
    void namesEverySpellingThatAServerMightEcho() {
        assertThat(credential.forms("a/b+c="))
                .containsExactly("a/b+c=", "Bearer a/b+c", "Bearer a_b-c", "a_b-c", "YS9iK2M9");
    }

    @Test
    void printsNothingOfTheKey() {
        assertThat(credential).hasToString("****");
    }
}
