package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.util.BitSet;

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

    /** Rejects a text that {@link TextRepair} can repair, also where Jackson would accept it. */
    static final class Parser extends UTF8StreamJsonParser {
        private BitSet repairs = new BitSet();
        private boolean wasRepaired;

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

        /** Sets the indexes at which a character was replaced. */
        void setRepairs(BitSet places) {
            repairs = places;
        }

        /** Whether a character of the text that was read last was replaced. */
        boolean wasRepaired() {
            return wasRepaired;
        }

        @Override
        protected void _finishString() throws IOException {
            int start = _inputPtr;
            super._finishString();
            check(start, _textBuffer.size());
        }

        @Override
        protected String _finishAndReturnString() throws IOException {
            int start = _inputPtr;
            String text = super._finishAndReturnString();
            check(start, text.length());
            return text;
        }

        /** A text with as many characters as bytes needs no look: it is ASCII without escapes. */
        private void check(int start, int characters) throws JsonParseException {
            int end = _inputPtr - 1;
            wasRepaired = false;
            if (end - start != characters) {
                int repaired = repairs.nextSetBit(start);
                wasRepaired = repaired >= 0 && repaired < end;
                if (TextRepair.isBroken(_inputBuffer, start, end)) {
                    throw new JsonParseException(this, "Broken text");
                }
            }
        }
    }
}
