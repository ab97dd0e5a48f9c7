package dev.callist;

/**
 * The place right after the last call that a walk handed over. {@link #toString()} prints it, {@link #parse} reads it back
 * in another process; it holds no secret, host or phone number. Immutable.
 *
 * <p>It is bound to the provider, its ids and base URL, and to every filter of the query; not to the credential, the limit
 * or the concurrency.
 */
public final class ResumePoint {
    private final Bookmark bookmark;

    ResumePoint(Bookmark bookmark) {
        this.bookmark = bookmark;
    }

    /**
     * Reads a printed resume point; white space around it does not matter.
     *
     * @throws CallListException INVALID_RESUME_POINT when the text was cut, changed, or made by a later version
     */
    public static ResumePoint parse(String text) {
        return new ResumePoint(BookmarkText.read(text.strip()));
    }

    /** Whether the list had come to its end: nothing remains, and resuming makes no request. */
    public boolean isEnd() {
        return bookmark.cursor().isEmpty();
    }

    Bookmark bookmark() {
        return bookmark;
    }

    /** Printable ASCII without spaces, about 150 to 500 characters; of a merged list that for each lister. */
    @Override
    public String toString() {
        return BookmarkText.write(bookmark);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResumePoint that && bookmark.equals(that.bookmark);
    }

    @Override
    public int hashCode() {
        return bookmark.hashCode();
    }
}
