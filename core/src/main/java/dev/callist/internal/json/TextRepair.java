package dev.callist.internal.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;

/**
 * A JSON document whose texts are whole again: what is not a character was replaced by U+FFFD. That is a byte that is
 * not UTF-8, a control character that is not escaped, half of a surrogate pair, or the backslash of an unknown escape.
 *
 * <p>A document in UTF-16 is repaired too; a BOM or its first character shows the encoding.
 *
 * @param body the repaired document, in UTF-8
 * @param places the indexes in the repaired document at which a replacement starts
 */
record TextRepair(BodyBytes body, BitSet places) {
    private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);
    private static final int MAX_REPLACEMENTS = 1 << 20;
    private static final int HEX_ESCAPE = "\\uffff".length();

    /** The repaired document; absent when no text is broken, or so much that the document is not text at all. */
    static Optional<TextRepair> of(BodyBytes broken) {
        Optional<TextRepair> transcoded = utf16(broken)
                .map(charset ->
                        new String(broken.bytes(), 0, broken.length(), charset).getBytes(StandardCharsets.UTF_8))
                .map(utf8 -> new TextRepair(BodyBytes.of(utf8), new BitSet()));
        return transcoded
                .flatMap(utf8 -> replaced(utf8.body))
                .or(() -> transcoded)
                .or(() -> replaced(broken));
    }

    private static Optional<Charset> utf16(BodyBytes body) {
        if (body.length() < 2) {
            return Optional.empty();
        }
        return switch ((body.bytes()[0] & 0xFF) << 8 | (body.bytes()[1] & 0xFF)) {
            case 0xFEFF, 0xFFFE -> Optional.of(StandardCharsets.UTF_16);
            case '{' -> Optional.of(StandardCharsets.UTF_16BE);
            case '{' << 8 -> Optional.of(StandardCharsets.UTF_16LE);
            default -> Optional.empty();
        };
    }

    private static Optional<TextRepair> replaced(BodyBytes broken) {
        byte[] bytes = broken.bytes();
        ByteArrayOutputStream repaired = new ByteArrayOutputStream(broken.length());
        BitSet places = new BitSet();
        boolean isText = false;
        int replacements = 0;
        int at = 0;
        while (at < broken.length() && replacements <= MAX_REPLACEMENTS) {
            int length = isText ? piece(bytes, at, broken.length()) : 1;
            if (length > 0) {
                isText ^= bytes[at] == '"';
                repaired.write(bytes, at, length);
            } else {
                places.set(repaired.size());
                repaired.writeBytes(REPLACEMENT);
                replacements++;
            }
            at += Math.abs(length);
        }
        return replacements == 0 || replacements > MAX_REPLACEMENTS
                ? Optional.empty()
                : Optional.of(new TextRepair(BodyBytes.of(repaired.toByteArray()), places));
    }

    /** Whether anything in the content of a text must be replaced. */
    static boolean isBroken(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end) {
            int length = piece(bytes, at, end);
            if (length < 0) {
                return true;
            }
            at += length;
        }
        return false;
    }

    /** The length of the character or escape at an index; negative if it must be replaced. */
    private static int piece(byte[] bytes, int at, int end) {
        byte first = bytes[at];
        if (first == '\\') {
            return escape(bytes, at, end);
        }
        if (first >= 0) {
            return first < ' ' ? -1 : 1;
        }
        int length = utf8Length(first & 0xFF);
        int valid = 1;
        while (valid < length && at + valid < end && follows(bytes, at, valid)) {
            valid++;
        }
        return valid == length ? length : -valid;
    }

    private static int escape(byte[] bytes, int at, int end) {
        if (at + 1 >= end) {
            return 1;
        }
        if (bytes[at + 1] != 'u') {
            return "\"\\/bfnrt".indexOf(bytes[at + 1]) >= 0 ? 2 : -1;
        }
        int code = hexEscape(bytes, at, end);
        if (code < 0) {
            return -1;
        }
        if (!Character.isSurrogate((char) code)) {
            return HEX_ESCAPE;
        }
        int next = hexEscape(bytes, at + HEX_ESCAPE, end);
        boolean isPair = next >= 0 && Character.isSurrogatePair((char) code, (char) next);
        return isPair ? 2 * HEX_ESCAPE : -HEX_ESCAPE;
    }

    /** The code unit of an escape such as {@code \\u00e9}; -1 for anything else. */
    private static int hexEscape(byte[] bytes, int at, int end) {
        if (at + HEX_ESCAPE > end || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + HEX_ESCAPE; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            code = (code << 4) + digit;
        }
        return code;
    }

    /** How many bytes a character with this first byte has; 0 if no character starts with it. */
    private static int utf8Length(int first) {
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** Whether a byte continues a character: the second byte must be neither of an overlong form nor of a surrogate. */
    private static boolean follows(byte[] bytes, int at, int index) {
        int next = bytes[at + index] & 0xFF;
        int least = 0x80;
        int most = 0xBF;
        if (index == 1) {
            switch (bytes[at] & 0xFF) {
                case 0xE0 -> least = 0xA0;
                case 0xED -> most = 0x9F;
                case 0xF0 -> least = 0x90;
                case 0xF4 -> most = 0x8F;
                default -> {}
            }
        }
        return next >= least && next <= most;
    }
}
