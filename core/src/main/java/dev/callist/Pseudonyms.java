package dev.callist;

import dev.callist.internal.text.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces the numbers and names of calls with pseudonyms, for analysis without personal data. The pseudonym of a
 * number is the same in all calls, of all providers, however the number is written, so that calls can still be counted
 * and joined by party. Only the holder of the key can find out which number a pseudonym belongs to, by computing it.
 * Immutable and thread-safe.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 16;
    private static final int PSEUDONYM_BYTES = 16;

    private final SecretKeySpec key;

    private Pseudonyms(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * Pseudonyms that depend on a secret key. With another key, all pseudonyms are different.
     *
     * @param key random bytes, 16 or more; keep them as you keep a password, because all phone numbers can be tried
     * @throws CallListException INVALID_CONFIG when the key is shorter
     */
    public static Pseudonyms withKey(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw CallListException.invalidConfig(
                    "pseudonyms", "the key must have at least " + MIN_KEY_BYTES + " random bytes");
        }
        return new Pseudonyms(new SecretKeySpec(key, ALGORITHM));
    }

    /**
     * Returns a call without personal data. Parties have pseudonyms; see {@link #of(CallParty)}. The provider's JSON,
     * the native record, URLs of recordings, and words that may contain a phone number are left out. Ids, times,
     * status, price and other words stay as they are.
     */
    public Call of(Call call) {
        return Call.builder()
                .copyFrom(call)
                .from(call.from().map(this::of))
                .to(call.to().map(this::of))
                .providerDirection(call.providerDirection().filter(Pseudonyms::isHarmless))
                .providerStatus(call.providerStatus().filter(Pseudonyms::isHarmless))
                .hangup(call.hangup().map(Pseudonyms::harmless))
                .recordings(call.recordings().stream()
                        .map(recording -> Recording.builder().id(recording.id()).build())
                        .toList())
                .tags(call.tags().stream().filter(Pseudonyms::isHarmless).toList())
                .rawJson(Optional.empty())
                .nativeRecord(Optional.empty())
                .build();
    }

    /**
     * Returns a party with pseudonyms as its address and contact id, and without its name. The kind and the
     * country stay; the country is also taken from the number. A withheld caller stays as it is.
     */
    public CallParty of(CallParty party) {
        if (party.kind() == CallParty.Kind.ANONYMOUS) {
            return CallParty.builder().kind(party.kind()).address("").build();
        }
        Optional<String> number = party.comparableNumber();
        return CallParty.builder()
                .kind(party.kind())
                .address(pseudonym(number.orElse(party.address())))
                .contactId(party.contactId().map(this::pseudonym))
                .countryCode(party.countryCode().or(() -> number.flatMap(PhoneNumbers::region)))
                .build();
    }

    private static Hangup harmless(Hangup hangup) {
        return Hangup.builder()
                .cause(hangup.cause().filter(Pseudonyms::isHarmless))
                .source(hangup.source().filter(Pseudonyms::isHarmless))
                .sipCode(hangup.sipCode().filter(Pseudonyms::isHarmless))
                .build();
    }

    private static boolean isHarmless(String word) {
        return !PhoneNumbers.mayBeIn(word);
    }

    /** 32 letters, so that no pseudonym looks like a number. */
    private String pseudonym(String text) {
        byte[] hash = hash(text);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < PSEUDONYM_BYTES; i++) {
            letters.append((char) ('a' + (hash[i] >> 4 & 15))).append((char) ('a' + (hash[i] & 15)));
        }
        return letters.toString();
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "Pseudonyms";
    }
}
