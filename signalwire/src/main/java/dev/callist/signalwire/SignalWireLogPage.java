package dev.callist.signalwire;

import dev.callist.provider.Envelope;
import dev.callist.provider.EnvelopePeek;
import dev.callist.provider.PageToken;
import dev.callist.provider.Rows;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of the voice log. */
record SignalWireLogPage(
        @Nullable Rows<SignalWireLogEntry> data, @Nullable Links links) implements Envelope<SignalWireLogEntry> {
    record Links(@Nullable PageToken next) {}

    @Override
    public @Nullable Rows<SignalWireLogEntry> rows() {
        return data;
    }

    /** The last page lacks only the link to a next one. */
    @Override
    public Optional<String> flaw() {
        return links == null ? Optional.of("links is missing") : Optional.empty();
    }

    /** The envelope without its rows, if it can be read before or after them. */
    static Optional<SignalWireLogPage> peek(EnvelopePeek response) {
        return response.find("links", Links.class).map(links -> new SignalWireLogPage(null, links));
    }

    /** The link to the next page; null on the last one. */
    @Nullable
    PageToken next() {
        return links == null ? null : links.next;
    }
}
