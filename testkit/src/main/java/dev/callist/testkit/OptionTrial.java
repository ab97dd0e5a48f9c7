package dev.callist.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.CallListException;
import dev.callist.CallListException.Kind;
import dev.callist.CallQuery;
import dev.callist.ClientOptionsBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** What a lister with some options does in a short list. */
record OptionTrial(ContractSubject subject, ClientOptionsBuilder options) {
    private static final int CALLS = 3;

    /** How it fails on a server that answers as it should. */
    CallListException failed() {
        return failed(Fault.delayed(Duration.ZERO));
    }

    /** How it fails on a fault that stays. */
    CallListException failed(Fault fault) {
        try (Trial trial = subject.trial(CALLS, options.build())) {
            trial.sandbox().always(fault);
            return ContractSubject.failure(trial.lister().list(CallQuery.all()));
        }
    }

    void assertTooLarge(String option) {
        CallListException e = failed();
        assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(e.failure().detail().orElseThrow()).endsWith(option);
    }

    /** How long it waits after one fault. */
    Duration waited(Fault fault) {
        ManualTime time = Trial.stoppedTime();
        try (Trial trial = subject.trial(CALLS, options.time(time).build())) {
            trial.sandbox().on(1, fault);
            assertThat(trial.lister().list(CallQuery.all())).hasSize(CALLS);
        }
        assertThat(time.slept()).hasSize(1);
        return time.slept().get(0);
    }

    /** A header of its first request. */
    Optional<String> sent(String header) {
        try (Trial trial = subject.trial(CALLS, options.build())) {
            assertThat(trial.lister().list(CallQuery.all())).hasSize(CALLS);
            return trial.sandbox().requests().get(0).header(header);
        }
    }

    /** What an interceptor sees of its first request. */
    long seen(ToLongFunction<Interceptor.Chain> what) {
        List<Long> seen = new ArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(what.applyAsLong(chain));
                    return chain.proceed(chain.request());
                })
                .build();
        try (Trial trial = subject.trial(CALLS, options.httpClient(own).build())) {
            assertThat(trial.lister().list(CallQuery.all())).hasSize(CALLS);
        }
        return seen.get(0);
    }
}
