package dev.callist;

import dev.callist.internal.text.CheckedText;
import java.io.IOException;

/**
 * The position right after the last call that a walk returned. {@link #toString()} writes it as text and {@link #parse}
 * reads it, even in another process.  It contains no secret, host or phone number. Immutable.
 *
 * <p>It is bound to the provider, its ids and base URL, and to every filter of the query, but not to the credential,
 * the limit or the concurrency.
 */
public final class ResumePoint {
    private final String text;
    private final boolean isEnd;

    private ResumePoint(String text, boolean isEnd) {
        this.text = text;
        this.isEnd = isEnd;
    }

    /**
     * Reads a resume point from its text. Surrounding white space is ignored.
     *
     * @throws CallListException INVALID_RESUME_POINT when the text was cut or changed, or was made by another version
     */
    public static ResumePoint parse(String text) {
        String printed = text.strip();
        if (!CheckedText.isOfThisVersion(printed)) {
            throw invalid("this is not a resume point of this version of Callist");
        }
        try {
            byte[] payload = CheckedText.bytes(printed);
            if (payload.length > 0) {
                return new ResumePoint(printed, payload[0] == 0);
            }
        } catch (IOException e) {
            throw invalid("the text was cut or changed");
        }
        throw invalid("the text is empty");
    }

    /** Whether the walk reached the end of the list, so that resuming makes no request. */
    public boolean isEnd() {
        return isEnd;
    }

    /** Printable ASCII without spaces, about 200 to 5,900 characters; for a merged list, as much for each lister. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResumePoint that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    private static CallListException invalid(String detail) {
        return CallListException.of(CallListException.Kind.INVALID_RESUME_POINT, "resume point")
                .detail(detail + "; start a new listing")
                .build()
                .asException();
    }
}
