package dev.callist.testkit.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.ClientOptionsBuilder;
import dev.callist.Cursor;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.Sandbox;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Every option takes effect: each has a test that sets it to an unusual value and observes the effect. */
public interface OptionRules extends ProviderUnderTest {
    /** The option that a test sets. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sets {
        /** The option's name. */
        String value();
    }

    @Test
    default void hasATestForEachOption() {
        Set<String> options = Stream.of(ClientOptions.class.getMethods())
                .filter(method -> method.getDeclaringClass() == ClientOptions.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !Modifier.isFinal(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("toBuilder"))
                .collect(Collectors.toSet());
        List<String> tested = Stream.of(OptionRules.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class) && method.isAnnotationPresent(Sets.class))
                .map(method -> method.getAnnotation(Sets.class).value())
                .toList();
        assertThat(tested).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    @Sets("connectTimeout")
    default void connectsAsLongAsSet() {
        ClientOptionsBuilder options = options().connectTimeout(Duration.ofMillis(12_345));
        assertThat(tried(options).seen(chain -> chain.connectTimeoutMillis())).isEqualTo(12_345);
    }

    @Test
    @Sets("readTimeout")
    default void readsAndWritesAsLongAsSet() {
        ClientOptionsBuilder options = options().readTimeout(Duration.ofMillis(23_456));
        assertThat(tried(options).seen(chain -> chain.readTimeoutMillis())).isEqualTo(23_456);
        assertThat(tried(options).seen(chain -> chain.writeTimeoutMillis())).isEqualTo(23_456);
    }

    @Test
    @Sets("callTimeout")
    default void waitsForAnAttemptAsLongAsSet() {
        ClientOptionsBuilder options = options().callTimeout(Duration.ofMillis(34_567));
        assertThat(tried(options).seen(chain -> chain.call().timeout().timeoutNanos()))
                .isEqualTo(34_567_000_000L);
    }

    @Test
    @Sets("maxAttempts")
    default void triesAsOftenAsSet() {
        assertThat(tried(options().maxAttempts(2))
                        .failed(Fault.status(500))
                        .failure()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    @Sets("backoff")
    default void waitsWithinTheBackoffSet() {
        ClientOptionsBuilder options = options().backoff(Duration.ofSeconds(10));
        assertThat(tried(options).waited(Fault.status(500))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @Sets("throttleBackoff")
    default void waitsWithinTheThrottleBackoffSet() {
        ClientOptionsBuilder options = options().throttleBackoff(Duration.ofSeconds(8));
        assertThat(tried(options).waited(Fault.status(503))).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    @Sets("maxBackoff")
    default void waitsNoLongerThanSet() {
        ClientOptionsBuilder options = options().backoff(Duration.ofHours(1)).maxBackoff(Duration.ofSeconds(3));
        assertThat(tried(options).waited(Fault.status(500))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    @Sets("maxRetryAfter")
    default void waitsForAServerNoLongerThanSet() {
        CallListException e = tried(options().maxRetryAfter(Duration.ofSeconds(6)))
                .failed(Fault.status(429).withHeader("Retry-After", "7"));
        assertThat(e.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(e.failure().attempts()).isEqualTo(1);
    }

    @Test
    @Sets("retryBudget")
    default void retriesWithinTheBudgetSet() {
        assertThat(tried(options().retryBudget(5))
                        .failed(Fault.status(500))
                        .failure()
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    @Sets("maxBodyBytes")
    default void readsNoMoreBytesThanSet() {
        tried(options().maxBodyBytes(20)).assertTooLarge("maxBodyBytes");
    }

    @Test
    @Sets("maxErrorBodyBytes")
    default void readsNoMoreOfAnErrorThanSet() {
        Fault withCode = Fault.status(422, "{\"code\":\"E77\"}", "application/json");
        assertThat(tried(options()).failed(withCode).failure().providerCode()).contains("E77");
        assertThat(tried(options().maxErrorBodyBytes(9))
                        .failed(withCode)
                        .failure()
                        .providerCode())
                .isEmpty();
    }

    @Test
    @Sets("maxJsonTokens")
    default void readsNoMoreTokensThanSet() {
        tried(options().maxJsonTokens(9)).assertTooLarge("maxJsonTokens");
    }

    @Test
    @Sets("maxJsonDepth")
    default void readsNoDeeperThanSet() {
        CallListException e = tried(options().maxJsonDepth(1)).failed();
        assertThat(e.kind()).isEqualTo(Kind.BAD_RESPONSE);
        assertThat(e.failure().detail().orElseThrow()).contains("depth");
    }

    @Test
    @Sets("maxRows")
    default void readsNoMoreRowsThanSet() {
        tried(options().maxRows(2)).assertTooLarge("maxRows");
    }

    @Test
    @Sets("requestsPerSecond")
    default void spacesRequestsAsSet() {
        ManualTime time = ProviderUnderTest.stoppedTime();
        try (ContractFixture fixture =
                fixture(3, options().time(time).requestsPerSecond(4).build())) {
            fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
            fixture.lister().fetch(CallQuery.all(), Cursor.FIRST);
        }
        assertThat(time.slept()).containsExactly(Duration.ofMillis(250));
    }

    @Test
    @Sets("keepRawJson")
    default void dropsTheRowsTextWhenSet() {
        try (ContractFixture fixture = fixture(3, options().keepRawJson(false).build())) {
            assertThat(fixture.lister().list(CallQuery.all())).isNotEmpty().allMatch(call -> call.rawJson()
                    .isEmpty());
        }
    }

    @Test
    @Sets("trustServerFilters")
    default void trustsNoServerFilterWhenSet() {
        try (ContractFixture fixture =
                fixture(3, options().trustServerFilters(false).build())) {
            CallQuery query =
                    CallQuery.builder().from("+447700900123").to("+13105550163").build();
            assertThat(fixture.lister().plan(query).assumptions()).isEmpty();
        }
    }

    @Test
    @Sets("listener")
    default void notifiesTheListenerSet() {
        RecordingListener listener = new RecordingListener();
        tried(options().listener(listener)).failed(Fault.status(404));
        assertThat(listener.texts()).isNotEmpty();
    }

    @Test
    @Sets("httpClient")
    default void usesTheClientSet() {
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Own", "yes").build()))
                .build();
        assertThat(tried(options().httpClient(own)).sent("X-Own")).contains("yes");
    }

    /** That a supplied key is sent and renewed is tested where listers are made without one of their own. */
    @Test
    @Sets("credentials")
    default void refusesBothASupplierAndAFixedKey() {
        ClientOptions options = options().credentials(this::secret).build();
        try (Sandbox sandbox = sandbox(1)) {
            CallListException e =
                    catchThrowableOfType(CallListException.class, () -> lister(sandbox.url(), secret(), options)
                            .close());
            assertThat(e.kind()).isEqualTo(Kind.INVALID_CONFIG);
            assertThat(e.failure().detail().orElseThrow()).contains("options.credentials, not both");
        }
    }

    @Test
    @Sets("userAgent")
    default void namesItselfAsSet() {
        assertThat(tried(options().userAgent("shop/1.0")).sent("User-Agent")).contains("shop/1.0");
    }

    @Test
    @Sets("time")
    default void waitsByTheTimeSet() {
        Fault fault = Fault.status(503).withHeader("Retry-After", "10");
        assertThat(tried(options()).waited(fault)).isEqualTo(Duration.ofMillis(10_500));
    }

    @Test
    @Sets("threadFactory")
    default void fetchesAndConnectsOnThreadsOfTheFactorySet() {
        ClientOptionsBuilder mine = options().threadFactory(work -> new Thread(work, "mine"));
        assertThat(tried(mine).seen(chain -> Thread.currentThread().getName().equals("mine") ? 1 : 0))
                .isEqualTo(1);
    }

    @Test
    @Sets("random")
    default void drawsFromTheSourceSet() {
        ClientOptionsBuilder quarter = options().random(() -> 1L << 62).backoff(Duration.ofSeconds(4));
        assertThat(tried(quarter).waited(Fault.status(500))).isEqualTo(Duration.ofSeconds(1));
    }

    private static ClientOptionsBuilder options() {
        return ContractFixture.quick();
    }

    private OptionProbe tried(ClientOptionsBuilder options) {
        return new OptionProbe(this, options);
    }
}
