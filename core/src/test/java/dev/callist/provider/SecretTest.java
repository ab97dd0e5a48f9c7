package dev.callist.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.ClientOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

class SecretTest extends OverHttp {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksItsSourceOnceForManyRequests() {
        answerRows();
        answerRows();

        try (JsonClient client = client(options().build(), secret(giving("first")))) {
            client.page(request(), ItemPage.class, received -> {});
            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(asked).hasValue(1);
        assertThat(headers(2)).containsExactly("Key first", "Key first");
    }

    @Test
    void sendsAUserAndAPasswordAsBasic() throws InterruptedException {
        answerRows();

        try (JsonClient client = client(options().build(), Secret.basic("acme", "user", giving("word")))) {
            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic dXNlcjp3b3Jk");
    }

    @Test
    void makesNoSecondRequestWithAKeyThatWasRefused() {
        answer(401);

        CallListException e = failure(giving("same", "same"));

        assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(e.failure().attempts()).isEqualTo(1);
        assertThat(asked).hasValue(2);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void makesOneMoreRequestWithANewKeyAtOnce() {
        answer(401);
        answerRows();

        try (JsonClient client = client(options().build(), secret(giving("old", "new")))) {
            assertThat(client.page(request(), ItemPage.class, received -> {}).retries())
                    .isEqualTo(1);
        }

        assertThat(headers(2)).containsExactly("Key old", "Key new");
        assertThat(time.slept()).isEmpty();
    }

    @Test
    void doesNotRenewTwiceForOneRequest() {
        answer(401);
        answer(401);

        CallListException e = failure(giving("old", "new", "newer"));

        assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(e.failure().attempts()).isEqualTo(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void renewsForEveryRequestAnew() {
        answer(401);
        answerRows();
        answer(401);
        answerRows();

        try (JsonClient client = client(options().build(), secret(giving("one", "two", "three")))) {
            client.page(request(), ItemPage.class, received -> {});
            client.page(request(), ItemPage.class, received -> {});
        }

        assertThat(headers(4)).containsExactly("Key one", "Key two", "Key two", "Key three");
    }

    @Test
    void doesNotRenewAfterA403() {
        answer(403);

        assertThat(failure(giving("old", "new")).kind()).isEqualTo(Kind.PERMISSION);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void reportsAFailedSourceWithoutItsText() {
        CallListException e = failure(() -> {
            throw new IllegalStateException("vault says the-secret-key");
        });

        assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(e.failure().detail()).contains("the credential supplier failed");
        assertThat(e.getCause()).hasMessage("java.lang.IllegalStateException");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void reportsASourceThatFailsWhenItIsAskedAgain() {
        answer(401);

        assertThat(failure(giving("old")).kind()).isEqualTo(Kind.AUTHENTICATION);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void keepsTheRefusalWhenTheNextKeyIsNone() {
        for (String next : new String[] {null, "", "the secret key", "the-secret-key\n", "secret".repeat(2000)}) {
            answer(401);
            int before = server.getRequestCount();
            Deque<Supplier<String>> left = new ArrayDeque<>(List.of(() -> "old", () -> next));
            CallListException e = failure(() -> left.remove().get());
            assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
            assertThat(e.toString() + e.getCause()).doesNotContain("secret");
            assertThat(server.getRequestCount() - before).isEqualTo(1);
        }
    }

    @Test
    void refusesAKeyThatIsNoneWithoutQuotingIt() {
        for (String key : new String[] {null, "", "the secret key", "the-secret-key\n", "secret".repeat(2000)}) {
            CallListException e = failure(() -> key);
            assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
            assertThat(e.getMessage()).doesNotContain("secret");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void doesNotShow() {
        assertThat(secret(() -> "the-secret-key")).hasToString("****");
    }

    private CallListException failure(Supplier<String> source) {
        ClientOptions options = options().build();
        try (JsonClient client = client(options, secret(source))) {
            return catchThrowableOfType(
                    CallListException.class, () -> client.page(request(), ItemPage.class, received -> {}));
        }
    }

    private static Secret secret(Supplier<String> source) {
        return new Secret("test", "Authorization", key -> "Key " + key, source);
    }

    /** Supplies these keys one after another, and fails after the last. */
    private Supplier<String> giving(String... keys) {
        Deque<String> left = new ArrayDeque<>(List.of(keys));
        return () -> {
            asked.incrementAndGet();
            return left.remove();
        };
    }

    private List<String> headers(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> taken().getHeaders().get("Authorization"))
                .toList();
    }

    private RecordedRequest taken() {
        try {
            return server.takeRequest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
