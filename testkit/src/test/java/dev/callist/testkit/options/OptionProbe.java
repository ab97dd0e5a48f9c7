package dev.callist.testkit.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptionsBuilder;
import dev.callist.testkit.Fault;
import dev.callist.testkit.ManualTime;
import dev.callist.testkit.contract.ContractFixture;
import dev.callist.testkit.contract.ListerUnderTest;
import dev.callist.testkit.rules.ProviderUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Observes a lister with given options on a short list. */
record OptionProbe(ListerUnderTest subject, ClientOptionsBuilder options) {
    private static final int CALLS = 3;

    /** The lister's failure on a correct server. */
    CallListException failed() {
        return failed(Fault.delayed(Duration.ZERO));
    }

    /** The lister's failure on a permanent fault. */
    CallListException failed(Fault fault) {
        try (ContractFixture fixture = subject.fixture(CALLS, options.build())) {
            fixture.sandbox().always(fault);
            return ListerUnderTest.failure(fixture.lister().list(CallQuery.all()));
        }
    }

    void assertTooLarge(String option) {
        CallListException e = failed();
        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e.failure().detail().orElseThrow()).endsWith(option);
    }

    /** How long it waits after one fault. */
    Duration waited(Fault fault) {
        ManualTime time = ProviderUnderTest.stoppedTime();
        try (ContractFixture fixture = subject.fixture(CALLS, options.time(time).build())) {
            fixture.sandbox().on(1, fault);
            assertThat(fixture.lister().list(CallQuery.all())).hasSize(CALLS);
        }
        assertThat(time.slept()).hasSize(1);
        return time.slept().get(0);
    }

    /** A header of its first request. */
    Optional<String> sent(String header) {
        try (ContractFixture fixture = subject.fixture(CALLS, options.build())) {
            assertThat(fixture.lister().list(CallQuery.all())).hasSize(CALLS);
            return fixture.sandbox().requests().get(0).header(header);
        }
    }

    /** A property of its first request, as an interceptor sees it. */
    long seen(ToLongFunction<Interceptor.Chain> what) {
        List<Long> seen = new ArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(what.applyAsLong(chain));
                    return chain.proceed(chain.request());
                })
                .build();
        try (ContractFixture fixture =
                subject.fixture(CALLS, options.httpClient(own).build())) {
            assertThat(fixture.lister().list(CallQuery.all())).hasSize(CALLS);
        }
        return seen.get(0);
    }
}
