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

/** Keys from a supplier, with every provider: asked once, again after a 401, and never quoted. */
class SuppliedKeyTest {
    private static final int CALLS = 9;
    private static final CallQuery FOURS = CallQuery.builder().pageSize(4).build();
    private static final List<Supplier<String>> NO_KEYS = List.of(
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
    void isAskedOnceForAWholeWalk(Tried provider) {
        Supplier<String> keys = giving(provider.key());
        try (Sandbox sandbox = provider.sandbox(CALLS);
                CallLister calls = lister(provider, sandbox, keys)) {
            assertThat(calls.list(FOURS)).hasSize(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAskedAgainWhenAKeyIsRefused(Tried provider) {
        Supplier<String> keys = giving("key-of-yesterday", provider.key());
        try (Sandbox sandbox = provider.sandbox(CALLS);
                CallLister calls = lister(provider, sandbox, keys)) {
            assertThat(calls.list(FOURS)).hasSize(CALLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsInTheMiddleOfAWalkWhenItHasNoOtherKey(Tried provider) {
        for (Supplier<String> next : NO_KEYS) {
            List<String> ids = new ArrayList<>();
            try (Sandbox sandbox = provider.sandbox(CALLS);
                    CallLister calls = lister(provider, sandbox, first(provider.key(), next));
                    CallIterator walk = calls.list(FOURS).readAhead(0).iterator()) {
                sandbox.on(2, Fault.status(401));
                CallListException e = catchThrowableOfType(
                        CallListException.class, () -> walk.forEachRemaining(call -> ids.add(call.id())));
                assertThat(e.kind()).isEqualTo(Kind.AUTHENTICATION);
                assertThat(e.failure().page()).isEqualTo(2);
                assertThat(e.failure().attempts()).isEqualTo(1);
                assertThat(printed(e)).doesNotContain("canar", "kkkk", provider.key());
                walk.forEachRemaining(call -> ids.add(call.id()));
                assertThat(ids)
                        .isEqualTo(calls.list(FOURS).stream().map(Call::id).toList());
            }
        }
    }

    private static Supplier<String> first(String key, Supplier<String> next) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.getAndIncrement() == 0 ? key : next.get();
    }

    private static CallLister lister(Tried provider, Sandbox sandbox, Supplier<String> keys) {
        return provider.lister(
                sandbox.url(), ClientOptions.builder().credentials(keys).build());
    }

    /** Gives these keys one after the other, and is not asked more often. */
    private static Supplier<String> giving(String... keys) {
        return List.of(keys).iterator()::next;
    }

    private static String printed(Throwable met) {
        StringWriter text = new StringWriter();
        met.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
