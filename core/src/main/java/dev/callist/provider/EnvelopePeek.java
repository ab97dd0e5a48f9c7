package dev.callist.provider;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import dev.callist.internal.json.DocumentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What can be seen of a response without reading its rows: the fields before the rows and the last ones after them. It may be
 * wrong, so a walk relies on it only once the response has been read.
 */
public final class EnvelopePeek {
    private static final int FARTHEST = 16 << 10;

    private final BodyBytes body;
    private final DocumentReader json;

    /** What can be seen of a body that has been received. */
    EnvelopePeek(BodyBytes body, DocumentReader json) {
        this.body = body;
        this.json = json;
    }

    /** The value of a field of the response; absent where the field is not seen, null, or of another shape. */
    public <T> Optional<T> find(String name, Class<T> type) {
        DocumentType<T> shape = json.typeOf(type);
        return beforeRows(name, shape).or(() -> afterRows(name, shape));
    }

    private <T> Optional<T> beforeRows(String name, DocumentType<T> shape) {
        try (JsonParser parser = json.factory().createParser(body.bytes(), 0, Math.min(body.length(), FARTHEST))) {
            return read(parser, name, shape);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The text from the name's last occurrence on must be the rest of the document; otherwise the field belongs to a row. */
    private <T> Optional<T> afterRows(String name, DocumentType<T> shape) {
        int start = body.lastIndexOf(('"' + name + '"').getBytes(StandardCharsets.UTF_8), FARTHEST);
        if (start <= 0) {
            return Optional.empty();
        }
        byte[] rest = body.copy(start - 1);
        rest[0] = '{';
        try (JsonParser parser = json.factory().createParser(rest)) {
            Optional<T> found = read(parser, name, shape);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                parser.nextToken();
                parser.skipChildren();
            }
            return parser.nextToken() == null ? found : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The field of the object that begins here, unless a list precedes it. */
    private <T> Optional<T> read(JsonParser parser, String name, DocumentType<T> shape) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isIt = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (isIt) {
                return Optional.ofNullable(shape.read(parser, body));
            }
            if (value == JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            parser.skipChildren();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "EnvelopePeek[" + body.length() + " bytes]";
    }
}
