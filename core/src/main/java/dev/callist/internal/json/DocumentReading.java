package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state while one document is read: its bytes, and the fields of the current row that could not be read. */
public final class DocumentReading {
    private static final int MAX_NOTED = 100;

    private final BodyBytes body;
    private List<String> notes = List.of();
    private @Nullable JsonStreamContext around;

    public DocumentReading(BodyBytes body) {
        this.body = body;
    }

    /** The state of the document that a context reads. */
    public static DocumentReading of(DeserializationContext context) {
        return (DocumentReading)
                Objects.requireNonNull(context.getAttribute(DocumentReading.class), "no document is being read");
    }

    /** Whether a character of the text that a parser read last was replaced, because it was not one. */
    public static boolean wasRepaired(JsonParser parser) {
        return parser instanceof StrictJsonFactory.Parser strict && strict.wasRepaired();
    }

    /** A reader that reads this document. */
    ObjectReader with(ObjectReader reader) {
        return reader.withAttribute(DocumentReading.class, this);
    }

    public BodyBytes body() {
        return body;
    }

    /** Starts recording the problems of a row within a list or document. */
    public void startRow(JsonStreamContext list) {
        notes = List.of();
        around = list;
    }

    /** Stops recording and returns the row's problems. */
    public List<String> endRow() {
        around = null;
        return notes;
    }

    /** The list or document around the current row; null outside rows, where nothing is recorded. */
    @Nullable
    JsonStreamContext around() {
        return around;
    }

    /** Records a field of the row by its path. */
    void note(String path) {
        if (notes.isEmpty()) {
            notes = new ArrayList<>();
        }
        if (notes.size() < MAX_NOTED && !notes.contains(path)) {
            notes.add(path);
        }
    }
}
