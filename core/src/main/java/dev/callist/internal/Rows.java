package dev.callist.internal;

import java.util.List;

/** The rows of a page, in the server's order. Once released none of them may be asked for its JSON any more. */
public final class Rows<R> {
    private final List<Row<R>> list;
    private final Body body;

    Rows(List<Row<R>> list, Body body) {
        this.list = list;
        this.body = body;
    }

    /** The rows. */
    public List<Row<R>> list() {
        return list;
    }

    void release() {
        body.release();
    }

    @Override
    public String toString() {
        return "Rows[" + list.size() + "]";
    }
}
