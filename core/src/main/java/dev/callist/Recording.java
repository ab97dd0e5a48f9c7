package dev.callist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.callist.internal.text.Masking;
import java.util.Optional;
import org.immutables.value.Value;

/** A reference to a recording of a call, which Callist never fetches. Immutable. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(builder = RecordingBuilder.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"id", "url"})
public abstract class Recording {
    Recording() {}

    /** Starts building a recording; both parts are optional. */
    public static RecordingBuilder builder() {
        return new RecordingBuilder();
    }

    /** The provider's id of the recording. */
    @JsonProperty
    public abstract Optional<String> id();

    /** The URL exactly as the provider sent it; some providers omit the scheme. */
    @JsonProperty
    public abstract Optional<String> url();

    /** The id only, because the URL alone may give access to the recording. */
    @Override
    public final String toString() {
        return "Recording[" + id().map(Masking::plain).orElse("-") + "]";
    }
}
