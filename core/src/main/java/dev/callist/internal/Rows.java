package dev.callist.internal;

import java.util.List;

/** The rows of a page, in the server's order. */
public record Rows<R>(List<Row<R>> list) {
    @Override
    public String toString() {
        return "Rows[" + list.size() + "]";
    }
}
