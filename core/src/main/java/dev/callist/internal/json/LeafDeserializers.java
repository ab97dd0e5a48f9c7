package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.internal.text.Digits;
import dev.callist.internal.text.InstantReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The deserializers of single fields, the same for all providers: text, whole number, decimal, flag and instant. */
final class LeafDeserializers {
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_SCALE = 18;
    private static final int MOST_PRECISION = 38;

    private LeafDeserializers() {}

    static SimpleModule module(InstantReader instants) {
        return new SimpleModule("callist")
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(Long.class, new WholeNumberDeserializer())
                .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                .addDeserializer(Boolean.class, new FlagDeserializer())
                .addDeserializer(Instant.class, new InstantDeserializer(instants));
    }

    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            boolean sane = Math.abs((long) number.scale()) <= MOST_SCALE && number.precision() <= MOST_PRECISION;
            return sane ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static final class TextDeserializer extends LeafDeserializer<String> {
        private final ThreadLocal<TextInterner> shared = ThreadLocal.withInitial(TextInterner::new);

        @Override
        @Nullable
        String readPlain(char[] chars, int from, int length) {
            String text = shared.get().of(chars, from, length);
            return text.isBlank() ? null : text;
        }

        @Override
        @Nullable
        String read(String text, JsonToken token) {
            return token == JsonToken.VALUE_STRING || token.isNumeric() ? text : null;
        }
    }

    private static final class WholeNumberDeserializer extends LeafDeserializer<Long> {
        @Override
        @Nullable
        Long readPlain(char[] chars, int from, int length) {
            long number = Digits.number(chars, from, length);
            return number < 0 ? null : number;
        }

        @Override
        @Nullable
        Long read(String text, JsonToken token) {
            BigDecimal number = token.isBoolean() ? null : decimal(text);
            try {
                return number == null ? null : number.longValueExact();
            } catch (ArithmeticException e) {
                return null;
            }
        }
    }

    private static final class DecimalDeserializer extends LeafDeserializer<BigDecimal> {
        @Override
        @Nullable
        BigDecimal readPlain(char[] chars, int from, int length) {
            return Digits.isDecimal(chars, from, length) ? new BigDecimal(chars, from, length) : null;
        }

        @Override
        @Nullable
        BigDecimal read(String text, JsonToken token) {
            return token.isBoolean() ? null : decimal(text);
        }
    }

    private static final class FlagDeserializer extends LeafDeserializer<Boolean> {
        @Override
        @Nullable
        Boolean read(String text, JsonToken token) {
            if (token.isBoolean()) {
                return token == JsonToken.VALUE_TRUE;
            }
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> null;
            };
        }
    }

    private static final class InstantDeserializer extends LeafDeserializer<Instant> {
        private final InstantReader form;

        InstantDeserializer(InstantReader form) {
            this.form = form;
        }

        @Override
        @Nullable
        Instant readPlain(char[] chars, int from, int length) {
            return form.readPlain(chars, from, length);
        }

        @Override
        @Nullable
        Instant read(String text, JsonToken token) {
            return token.isBoolean() ? null : form.read(text).orElse(null);
        }
    }
}
