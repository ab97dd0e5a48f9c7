package dev.callist.testkit.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.testkit.SandboxRequest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * What must appear in no text that leaves the library: the credential in every form, the numbers, names and recordings
 * of the calls, and the name that the table puts into bodies.
 *
 * @param sent the credential as the request carried it
 * @param number the phone number of one of the calls
 */
record SensitiveTexts(Set<String> all, String secret, String sent, String number) {
    private static final String NAME = "Zebedee";

    static SensitiveTexts of(List<Call> calls, String secret, SandboxRequest request) {
        String sent = Stream.of("Authorization", "Access-Token", "X-WHIPPY-KEY")
                .flatMap(header -> request.header(header).stream())
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        List<String> numbers = calls.stream()
                .flatMap(call -> Stream.of(call.from(), call.to()))
                .flatMap(Optional::stream)
                .filter(party -> party.kind() == CallParty.Kind.PHONE)
                .map(party -> party.address().replace("+", ""))
                .toList();
        Set<String> all = new LinkedHashSet<>(numbers);
        calls.stream()
                .flatMap(call -> Stream.of(call.from(), call.to()))
                .flatMap(party -> party.flatMap(CallParty::name).stream())
                .forEach(all::add);
        calls.stream()
                .flatMap(call -> call.recordings().stream())
                .flatMap(recording -> recording.url().stream())
                .forEach(all::add);
        all.addAll(List.of(NAME, secret, sent, unpadded(secret)));
        return new SensitiveTexts(Set.copyOf(all), secret, sent, numbers.get(0));
    }

    /** Adds the words by which the table puts canaries into answers. */
    CaseWords named(CaseWords words) {
        return words.with("SECRET", secret)
                .with("SENT", sent)
                .with("ENCODED", unpadded(secret))
                .with("NUMBER", number);
    }

    void assertNotIn(Iterable<String> texts) {
        for (String text : texts) {
            Assertions.assertThat(text).doesNotContain(all);
        }
    }

    private static String unpadded(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
