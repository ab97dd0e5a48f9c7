package dev.callist.internal;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The leaf readers of all providers: text, whole number, decimal, flag and instant. */
final class LeafReaders {
    private static final int LONGEST_NUMBER = 60;
    private static final int MOST_SCALE = 18;
    private static final int MOST_PRECISION = 38;

    private LeafReaders() {}

    static SimpleModule module(InstantForm instants) {
        return new SimpleModule("callist")
                .addDeserializer(String.class, new TextReader())
                .addDeserializer(Long.class, new WholeNumberReader())
                .addDeserializer(BigDecimal.class, new DecimalReader())
                .addDeserializer(Boolean.class, new FlagReader())
                .addDeserializer(Instant.class, new InstantReader(instants));
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

    private static final class TextReader extends LeafReader<String> {
        private final ThreadLocal<SharedTexts> shared = ThreadLocal.withInitial(SharedTexts::new);

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

    private static final class WholeNumberReader extends LeafReader<Long> {
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

    private static final class DecimalReader extends LeafReader<BigDecimal> {
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

    private static final class FlagReader extends LeafReader<Boolean> {
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

    private static final class InstantReader extends LeafReader<Instant> {
        private final InstantForm form;

        InstantReader(InstantForm form) {
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
