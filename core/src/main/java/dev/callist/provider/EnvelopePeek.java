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
 * Reads fields of a response without its rows: those before the rows, and the last ones after them. A value may be
 * wrong, and is trusted only after the whole response has been decoded.
 */
public final class EnvelopePeek {
    private static final int FARTHEST = 16 << 10;

    private final BodyBytes body;
    private final DocumentReader json;

    /** Peeks at a body that has been received. */
    EnvelopePeek(BodyBytes body, DocumentReader json) {
        this.body = body;
        this.json = json;
    }

    /** The value of a field of the response; absent if the field is not found, null, or of another type. */
    public <T> Optional<T> find(String name, Class<T> type) {
        DocumentType<T> fieldType = json.typeOf(type);
        return beforeRows(name, fieldType).or(() -> afterRows(name, fieldType));
    }

    private <T> Optional<T> beforeRows(String name, DocumentType<T> fieldType) {
        try (JsonParser parser = json.factory().createParser(body.bytes(), 0, Math.min(body.length(), FARTHEST))) {
            return read(parser, name, fieldType);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * From the name's last occurrence on, everything must parse as the rest of the document; otherwise the name is part
     * of a row.
     */
    private <T> Optional<T> afterRows(String name, DocumentType<T> fieldType) {
        int start = body.lastIndexOf(('"' + name + '"').getBytes(StandardCharsets.UTF_8), FARTHEST);
        if (start <= 0) {
            return Optional.empty();
        }
        byte[] rest = body.copy(start - 1);
        rest[0] = '{';
        try (JsonParser parser = json.factory().createParser(rest)) {
            Optional<T> found = read(parser, name, fieldType);
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
    private <T> Optional<T> read(JsonParser parser, String name, DocumentType<T> fieldType) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean isWanted = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (isWanted) {
                return Optional.ofNullable(fieldType.read(parser, body));
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
