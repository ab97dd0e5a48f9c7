package dev.callist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final String NUMBER = "+351910000001";
    private static final Pseudonyms PSEUDONYMS = Pseudonyms.withKey(key("a key for tests!"));

    @Test
    void givesANumberOnePseudonymHoweverItIsWritten() {
        String pseudonym = PSEUDONYMS.of(CallParty.of(NUMBER)).address();

        assertThat(pseudonym).matches("[a-p]{32}");
        assertThat(PSEUDONYMS.of(CallParty.of("sip:" + NUMBER + "@example.com")).address())
                .isEqualTo(pseudonym);
        assertThat(PSEUDONYMS.of(CallParty.of("+351 910 000 001")).address()).isEqualTo(pseudonym);
        assertThat(PSEUDONYMS
                        .of(CallParty.builder()
                                .kind(CallParty.Kind.PHONE)
                                .address("910000001")
                                .countryCode("PT")
                                .build())
                        .address())
                .isEqualTo(pseudonym);
        assertThat(PSEUDONYMS.of(CallParty.of("+351910000002")).address()).isNotEqualTo(pseudonym);
    }

    @Test
    void dependsOnTheKey() {
        assertThat(Pseudonyms.withKey(key("another key for tests"))
                        .of(CallParty.of(NUMBER))
                        .address())
                .isNotEqualTo(PSEUDONYMS.of(CallParty.of(NUMBER)).address());
    }

    @Test
    void keepsTheKindAndTheCountry() {
        CallParty party = PSEUDONYMS.of(CallParty.of(NUMBER));

        assertThat(party.kind()).isEqualTo(CallParty.Kind.PHONE);
        assertThat(party.countryCode()).contains("PT");
        assertThat(party.e164()).isEmpty();
    }

    @Test
    void leavesAWithheldCallerWithheld() {
        CallParty party = PSEUDONYMS.of(CallParty.of("anonymous"));

        assertThat(party.kind()).isEqualTo(CallParty.Kind.ANONYMOUS);
        assertThat(party.address()).isEmpty();
    }

    @Test
    void leavesNoPersonalDataInACall() throws JsonProcessingException {
        Call call = Calls.call("call-1")
                .from(CallParty.builder()
                        .kind(CallParty.Kind.PHONE)
                        .address(NUMBER)
                        .name("Ada Example")
                        .contactId("contact-9")
                        .build())
                .to(CallParty.of("client:ada"))
                .hangup(Hangup.builder()
                        .cause("busy " + NUMBER)
                        .source("caller")
                        .build())
                .addRecordings(Recording.builder()
                        .id("rec-1")
                        .url("https://example.com/ada.mp3")
                        .build())
                .addTags("vip", "call back 910 000 001")
                .rawJson("{\"from\":\"" + NUMBER + "\"}")
                .nativeRecord(NUMBER)
                .build();

        Call harmless = PSEUDONYMS.of(call);

        String json = CallJson.mapper().writeValueAsString(harmless);
        assertThat(json).doesNotContain("910", "Ada", "ada", "contact-9", "example.com");
        assertThat(json).contains("call-1", "rec-1", "vip", "\"source\":\"caller\"", "\"countryCode\":\"PT\"");
        assertThat(harmless.rawJson()).isEmpty();
        assertThat(harmless.as(String.class)).isEqualTo(Optional.empty());
        assertThat(harmless.from().orElseThrow().address())
                .isEqualTo(PSEUDONYMS.of(CallParty.of(NUMBER)).address());
    }

    @Test
    void refusesAShortKeyAndShowsNone() {
        assertThatThrownBy(() -> Pseudonyms.withKey(key("short")))
                .isInstanceOf(CallListException.class)
                .hasMessageContaining("at least 16 random bytes");
        assertThat(PSEUDONYMS).hasToString("Pseudonyms");
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
