package dev.callist.testkit.internal.laml;

import dev.callist.testkit.internal.calls.ListedCalls;
import java.util.Optional;
import java.util.UUID;

/** A position in the list: a page number, and the adjacent row, which alone determines the page. */
public record LamlPosition(int page, Optional<Token> token) {
    private static final int PREFIX_LENGTH = 2;
    private static final int START = -1;
    private static final UUID START_SID = new UUID(0, 0);

    /**
     * The row that a page follows, {@code PA}, or precedes, {@code PB}; the row before the first one is the start. It
     * keeps its place when newer calls arrive, or when it is deleted.
     */
    public record Token(String prefix, UUID sid) {
        boolean isBackward() {
            return prefix.equals("PB");
        }

        public String text(LamlIds ids) {
            return prefix + ids.sid(sid);
        }

        boolean belongsTo(ListedCalls calls) {
            return sid.equals(START_SID) || calls.placeOf(sid).isPresent();
        }

        int place(ListedCalls calls) {
            return calls.placeOf(sid).orElse(START);
        }
    }

    /** The page after a place, which may be the one before the first. */
    static LamlPosition after(ListedCalls calls, int place, int page) {
        UUID sid = place == START ? START_SID : calls.id(place);
        return new LamlPosition(page, Optional.of(new Token("PA", sid)));
    }

    static LamlPosition before(ListedCalls calls, int place, int page) {
        return new LamlPosition(page, Optional.of(new Token("PB", calls.id(place))));
    }

    /** The position that a token names; absent if this list has not given it out. */
    public static Optional<Token> read(String text, LamlIds ids, ListedCalls calls) {
        if (!text.startsWith("PA") && !text.startsWith("PB")) {
            return Optional.empty();
        }
        return ids.call(text.substring(PREFIX_LENGTH))
                .map(sid -> new Token(text.substring(0, PREFIX_LENGTH), sid))
                .filter(token -> token.belongsTo(calls));
    }
}
