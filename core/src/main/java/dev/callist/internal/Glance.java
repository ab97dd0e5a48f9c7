package dev.callist.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.callist.internal.json.BodyBytes;
import dev.callist.internal.json.DocumentReader;
import dev.callist.internal.json.DocumentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What can be seen of an answer without reading its rows: the fields in front of them, and the last ones behind them. It may
 * be wrong, and is believed only once the answer has been read.
 */
public final class Glance {
    private static final int FARTHEST = 16 << 10;

    private final BodyBytes body;
    private final DocumentReader json;

    /** What can be seen of a body that has been received. */
    public Glance(BodyBytes body, DocumentReader json) {
        this.body = body;
        this.json = json;
    }

    /** The value of a field of the answer; absent where the field is not seen, null, or of another shape. */
    public <T> Optional<T> find(String name, Class<T> type) {
        DocumentType<T> shape = json.typeOf(type);
        return inFront(name, shape).or(() -> behind(name, shape));
    }

    private <T> Optional<T> inFront(String name, DocumentType<T> shape) {
        try (JsonParser parser = json.factory().createParser(body.bytes(), 0, Math.min(body.length(), FARTHEST))) {
            return read(parser, name, shape);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the name's last occurrence on all must read as the rest of the document: else it stands in a row. */
    private <T> Optional<T> behind(String name, DocumentType<T> shape) {
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

    /** The field of the object that begins here, unless a list stands in front of it. */
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
        return "Glance[" + body.length() + " bytes]";
    }
}
