package dev.callist.twilio;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of Twilio's response. */
@JsonNaming(SnakeCaseStrategy.class)
record TwilioPage(
        @Nullable Rows<TwilioCall> calls, @Nullable PageToken nextPageUri) implements Envelope<TwilioCall> {
    @Override
    public @Nullable Rows<TwilioCall> rows() {
        return calls;
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<TwilioPage> peek(EnvelopePeek response) {
        return response.find("next_page_uri", PageToken.class).map(link -> new TwilioPage(null, link));
    }
}
