package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;

/**
 * Creates UTF-8 parsers that reject an object with a duplicate name. Unlike Jackson's own check, this one creates no
 * garbage.
 */
final class StrictJsonFactory extends JsonFactory {
    private static final long serialVersionUID = 1L;

    StrictJsonFactory(JsonFactoryBuilder settings) {
        super(settings);
    }

    @Override
    protected JsonParser _createParser(byte[] body, int from, int length, IOContext context) {
        ByteQuadsCanonicalizer names = _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures);
        return new Parser(context, _parserFeatures, getCodec(), names, body, from, from + length);
    }

    private static final class Parser extends UTF8StreamJsonParser {
        Parser(
                IOContext context,
                int features,
                ObjectCodec codec,
                ByteQuadsCanonicalizer names,
                byte[] body,
                int from,
                int to) {
            super(context, features, null, codec, names, body, from, to, 0, false);
            _parsingContext = new UniqueKeyContext();
        }
    }
}
