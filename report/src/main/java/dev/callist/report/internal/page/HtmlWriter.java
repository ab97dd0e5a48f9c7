package dev.callist.report.internal.page;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML. Texts and the values of attributes are escaped; names of elements and attributes are constants of this
 * package. Not thread-safe.
 */
final class HtmlWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;

    HtmlWriter(Writer out) {
        this.out = out;
    }

    /**
     * Opens an element.
     *
     * @param attributes a name and a value in turn; an empty value writes the name alone
     */
    HtmlWriter open(String element, String... attributes) throws IOException {
        out.write("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.write(" " + attributes[i]);
            if (!attributes[i + 1].isEmpty()) {
                out.write("=\"");
                text(attributes[i + 1]);
                out.write('"');
            }
        }
        out.write('>');
        return this;
    }

    HtmlWriter close(String element) throws IOException {
        out.write("</" + element + ">\n");
        return this;
    }

    /** Writes an element that contains a text. */
    HtmlWriter element(String element, String text, String... attributes) throws IOException {
        open(element, attributes).text(text);
        out.write("</" + element + ">");
        return this;
    }

    /**
     * Writes a text. Characters that do not belong into a page, or turn the direction of what follows, are replaced.
     */
    HtmlWriter text(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            switch (point) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(Character.toString(isShown(point) ? point : REPLACEMENT));
            }
        }
        return this;
    }

    /** Writes trusted text as it is: a script, a style, or JSON that was escaped for this place. */
    HtmlWriter raw(String trusted) throws IOException {
        out.write(trusted);
        return this;
    }

    private static boolean isShown(int point) {
        if (point == '\n') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
