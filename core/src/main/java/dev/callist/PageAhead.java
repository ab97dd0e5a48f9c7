package dev.callist;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The request for a page whose place is not known for sure yet, because the page in front of it has come but has not been
 * read. A walk sends it meanwhile, and uses its answer if the page in front leads there.
 */
public interface PageAhead {
    /** The place as far as it is known. */
    Cursor guess();

    /** Whether this is the very request that would be sent for the page at a place. */
    boolean isAt(Cursor place);

    /**
     * Sends the request, as {@link CallLister#fetch(CallQuery, Cursor, Consumer)} does.
     *
     * @param came told of the page behind this one
     * @return gives the page at its place, once that is known
     * @throws CallListException when the page cannot be had
     */
    Function<Cursor, CallPage> fetch(Consumer<PageAhead> came);

    /** The request for the page at a place that has been seen in the answer in front. */
    static PageAhead seen(Cursor place, Function<Consumer<PageAhead>, CallPage> fetch) {
        return new PageAhead() {
            @Override
            public Cursor guess() {
                return place;
            }

            @Override
            public boolean isAt(Cursor other) {
                return place.equals(other);
            }

            @Override
            public Function<Cursor, CallPage> fetch(Consumer<PageAhead> came) {
                CallPage page = fetch.apply(came);
                return any -> page;
            }
        };
    }
}
