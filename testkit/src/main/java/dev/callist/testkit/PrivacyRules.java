package dev.callist.testkit;

import static dev.callist.testkit.ContractSubject.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callist.Call;
import dev.callist.CallListException;
import dev.callist.CallParty;
import dev.callist.CallQuery;
import dev.callist.ListingListener;
import dev.callist.ListingReport;
import dev.callist.RejectedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No credential and no phone number in any text that leaves the library. */
interface PrivacyRules extends ContractSubject {
    @Test
    default void showsNoSecretAndNoNumberInAnyFailure() {
        List<String> numbers = numbers();
        String echo = secret() + " " + String.join(" ", numbers);
        for (Fault fault : new Fault[] {
            Fault.status(401, "{\"code\":\"" + secret() + "\",\"message\":\"" + echo + "\"}", "application/json"),
            Fault.status(422, "{\"code\":\"" + numbers.get(0) + "\"}", "application/json"),
            Fault.status(500, echo, "text/plain"),
            Fault.body(echo, "text/plain"),
            Fault.body("{\"" + numbers.get(0) + "\":1,\"" + numbers.get(0) + "\":2}", "application/json"),
            Fault.redirect("http://127.0.0.1:1/" + secret()),
            Fault.cutInBody(),
            Fault.dropped(),
        }) {
            Told told = new Told();
            try (Trial trial = trial(5, Trial.quick().listener(told).build())) {
                trial.sandbox().always(fault);
                CallQuery query = CallQuery.builder()
                        .from(numbers.get(0))
                        .to(numbers.get(numbers.size() - 1))
                        .build();
                CallListException e = failure(trial.lister().list(query));
                told.texts.add(Texts.printed(e));
                told.texts.add(trial.lister().toString());
                told.texts.add(trial.lister().list(query).toString());
                told.texts.add(trial.lister().plan(query).toString());
                told.texts.add(trial.lister().options().toString());
                told.texts.add(query.toString());
                told.texts.add(e.failure().resumePoint().orElseThrow().toString());
            }
            assertThat(told.texts).isNotEmpty().allSatisfy(text -> assertThat(text)
                    .as("%s", fault)
                    .doesNotContain(secret())
                    .doesNotContain(numbers));
        }
    }

    @Test
    default void masksACallInTexts() {
        try (Trial trial = trial(40)) {
            for (Call call : trial.lister().list(CallQuery.all())) {
                assertThat(call.toString()).contains(call.id()).doesNotContain(numbers());
                Stream.of(call.from(), call.to())
                        .flatMap(party -> party.flatMap(CallParty::name).stream())
                        .forEach(name -> assertThat(call.toString()).doesNotContain(name));
            }
        }
    }

    @Test
    default void sendsTheCredentialInAHeaderOnly() {
        try (Trial trial = trial(5)) {
            trial.lister().list(CallQuery.all()).forEach(call -> {});
            assertThat(trial.sandbox().requests())
                    .allSatisfy(request -> assertThat(request.target()).doesNotContain(secret()));
        }
    }

    /** The phone numbers that the list shows, as it shows them. */
    private List<String> numbers() {
        try (Trial trial = trial(40)) {
            return trial.lister().list(CallQuery.all()).stream()
                    .flatMap(call -> Stream.of(call.from(), call.to()))
                    .flatMap(party -> party.filter(any -> any.kind() == CallParty.Kind.PHONE).stream())
                    .map(CallParty::address)
                    .distinct()
                    .toList();
        }
    }

    /** Everything that a listener hears, as text. */
    final class Told implements ListingListener {
        final List<String> texts = new ArrayList<>();

        @Override
        public synchronized void attemptFailed(FailedAttempt attempt) {
            texts.add(attempt.toString());
        }

        @Override
        public synchronized void pageFetched(FetchedPage page) {
            texts.add(page.toString());
        }

        @Override
        public synchronized void rowRejected(String provider, int page, RejectedRow row) {
            texts.add(row.toString());
        }

        @Override
        public synchronized void sourceFailed(String provider, CallListException failure) {
            texts.add(Texts.printed(failure));
        }

        @Override
        public synchronized void ended(String provider, ListingReport report) {
            texts.add(report.toString());
        }
    }
}
