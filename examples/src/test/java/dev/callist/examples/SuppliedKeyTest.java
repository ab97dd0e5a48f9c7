package dev.callist.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.callist.Call;
import dev.callist.CallIterator;
import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallLister;
import dev.callist.CallQuery;
import dev.callist.ClientOptions;
import dev.callist.testkit.Fault;
import dev.callist.testkit.Sandbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key supplier of every provider is called once, and again after a 401; no key is ever quoted. */
class SuppliedKeyTest {
    private static final int CALLS = 9;
    private static final CallQuery PAGES_OF_FOUR =
            CallQuery.builder().pageSize(4).build();
    private static final List<Supplier<String>> INVALID_KEYS = List.of(
            () -> "",
            () -> " ",
            () -> "canary key",
            () -> "canary\r\nX: y",
            () -> "canary\u0000",
            () -> "canar\u00e9",
            () -> "k".repeat(8193),
            () -> {
                throw new IllegalStateException("canary of a vault");
            });

    @ParameterizedTest
    @EnumSource
    void isCalledOnceForAWholeWalk(ProviderUnderTest provider) {
        Supplier<String> keys = supplierOf(provider.key());
        try (Sandbox sandbox = provider.sandbox(CALLS);
                CallLister calls = lister(provider, sandbox, keys)) {
            assertThat(calls.list(PAGES_OF_FOUR)).hasSize(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isCalledAgainIfAKeyIsRejected(ProviderUnderTest provider) {
        Supplier<String> keys = supplierOf("key-of-yesterday", provider.key());
        try (Sandbox sandbox = provider.sandbox(CALLS);
                CallLister calls = lister(provider, sandbox, keys)) {
            assertThat(calls.list(PAGES_OF_FOUR)).hasSize(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsDuringAWalkIfItHasNoOtherKey(ProviderUnderTest provider) {
        for (Supplier<String> next : INVALID_KEYS) {
            List<String> ids = new ArrayList<>();
            try (Sandbox sandbox = provider.sandbox(CALLS);
                    CallLister calls = lister(provider, sandbox, firstKeyThen(provider.key(), next));
                    CallIterator walk = calls.list(PAGES_OF_FOUR).readAhead(0).iterator()) {
                sandbox.on(2, Fault.status(401));
                CallListException e = catchThrowableOfType(
                        CallListException.class, () -> walk.forEachRemaining(call -> ids.add(call.id())));
                assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
                assertThat(e.failure().page()).isEqualTo(2);
                assertThat(e.failure().attempts()).isEqualTo(1);
                assertThat(printed(e)).doesNotContain("canar", "kkkk", provider.key());
                walk.forEachRemaining(call -> ids.add(call.id()));
                assertThat(ids)
                        .isEqualTo(
                                calls.list(PAGES_OF_FOUR).stream().map(Call::id).toList());
            }
        }
    }

    private static Supplier<String> firstKeyThen(String key, Supplier<String> next) {
        AtomicInteger calls = new AtomicInteger();
        return () -> calls.getAndIncrement() == 0 ? key : next.get();
    }

    private static CallLister lister(ProviderUnderTest provider, Sandbox sandbox, Supplier<String> keys) {
        return provider.lister(
                sandbox.url(), ClientOptions.builder().credentials(keys).build());
    }

    /** Returns a supplier of these keys in order, which fails if it is called more often. */
    private static Supplier<String> supplierOf(String... keys) {
        return List.of(keys).iterator()::next;
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
