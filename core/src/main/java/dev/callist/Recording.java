package dev.callist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.callist.internal.text.Masking;
import java.util.Optional;
import org.immutables.value.Value;

/** A pointer to a recording of a call; Callist never fetches it. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(builder = RecordingBuilder.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"id", "url"})
public abstract class Recording {
    Recording() {}

    /** Starts a recording; both parts are optional. */
    public static RecordingBuilder builder() {
        return new RecordingBuilder();
    }

    /** The provider's id of the recording. */
    @JsonProperty
    public abstract Optional<String> id();

    /** Where it lies, exactly as given: text, because some providers leave the scheme out. */
    @JsonProperty
    public abstract Optional<String> url();

    /** The id only: an address may open the recording to whoever reads it. */
    @Override
    public final String toString() {
        return "Recording[" + id().map(Masking::plain).orElse("-") + "]";
    }
}
