package dev.callist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.callist.internal.text.Masking;
import java.util.Optional;
import org.immutables.value.Value;

/** Why and by whom a call was ended, in the provider's own words. Immutable. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(builder = HangupBuilder.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"cause", "source", "sipCode"})
public abstract class Hangup {
    Hangup() {}

    /** Starts building a hangup; every part is optional. */
    public static HangupBuilder builder() {
        return new HangupBuilder();
    }

    /** The provider's cause: a word such as {@code NORMAL_CLEARING} or a Q.850 code such as {@code 16}. */
    @JsonProperty
    public abstract Optional<String> cause();

    /** Who hung up, such as {@code caller}, {@code callee} or {@code api}. */
    @JsonProperty
    public abstract Optional<String> source();

    /** The final SIP response code as text, such as {@code 200} or {@code 487}. */
    @JsonProperty
    public abstract Optional<String> sipCode();

    /** The three parts. A part that is not a short technical word is masked, because it may contain anything. */
    @Override
    public final String toString() {
        return "Hangup[cause " + shown(cause()) + ", source " + shown(source()) + ", sipCode " + shown(sipCode()) + "]";
    }

    private static String shown(Optional<String> word) {
        return word.map(Masking::value).orElse("-");
    }
}
