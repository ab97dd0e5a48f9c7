package dev.callist.signalwire;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of SignalWire's response. */
@JsonNaming(SnakeCaseStrategy.class)
record SignalWirePage(
        @Nullable Rows<SignalWireCall> calls, @Nullable PageToken nextPageUri) implements Envelope<SignalWireCall> {
    @Override
    public @Nullable Rows<SignalWireCall> rows() {
        return calls;
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<SignalWirePage> peek(EnvelopePeek response) {
        return response.find("next_page_uri", PageToken.class).map(link -> new SignalWirePage(null, link));
    }
}
