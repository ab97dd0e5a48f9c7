package dev.callist.testkit.internal.signalwire;

import dev.callist.testkit.internal.calls.SandboxIds;
import dev.callist.testkit.internal.server.QueryParameters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A position in SignalWire's list: a page number, and the adjacent row, which alone determines the page. */
record SignalWirePosition(int page, Optional<Token> token) {
    private static final int PREFIX_LENGTH = 2;
    private static final int START = -1;
    private static final UUID START_SID = new UUID(0, 0);

    /** The row that a page follows, {@code PA}, or precedes, {@code PB}; the row before the first one is the start. */
    record Token(String prefix, int index) {
        boolean isBackward() {
            return prefix.equals("PB");
        }

        String text() {
            return prefix + (index == START ? START_SID : SandboxIds.call(index));
        }
    }

    static SignalWirePosition after(int index, int page) {
        return new SignalWirePosition(page, Optional.of(new Token("PA", index)));
    }

    static SignalWirePosition before(int index, int page) {
        return new SignalWirePosition(page, Optional.of(new Token("PB", index)));
    }

    static Optional<Token> read(String text) {
        if (!text.startsWith("PA") && !text.startsWith("PB")) {
            return Optional.empty();
        }
        Optional<UUID> sid = QueryParameters.uuid(text.substring(PREFIX_LENGTH));
        OptionalInt index = sid.map(SignalWirePosition::indexOf).orElse(OptionalInt.empty());
        return index.isPresent()
                ? Optional.of(new Token(text.substring(0, PREFIX_LENGTH), index.getAsInt()))
                : Optional.empty();
    }

    private static OptionalInt indexOf(UUID sid) {
        return sid.equals(START_SID) ? OptionalInt.of(START) : SandboxIds.indexOf(sid);
    }
}
