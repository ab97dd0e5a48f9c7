package dev.callist.internal.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.callist.internal.text.DecimalText;
import dev.callist.internal.text.Digits;
import dev.callist.internal.text.InstantReader;
import dev.callist.internal.text.TolerantDurations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The deserializers of single fields, the same for all providers: text, whole number, decimal, flag, instant and
 * duration. */
final class LeafDeserializers {
    private LeafDeserializers() {}

    static SimpleModule module(InstantReader instants, TimeUnit durations) {
        return new SimpleModule("callist")
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(Long.class, new WholeNumberDeserializer())
                .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                .addDeserializer(Boolean.class, new FlagDeserializer())
                .addDeserializer(Instant.class, new InstantDeserializer(instants))
                .addDeserializer(Duration.class, new DurationDeserializer(durations));
    }

    private static final class TextDeserializer extends LeafDeserializer<String> {
        private final ThreadLocal<TextInterner> shared = ThreadLocal.withInitial(TextInterner::new);

        @Override
        @Nullable
        String readPlain(JsonToken token, char[] chars, int from, int length) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                return null;
            }
            String text = shared.get().of(chars, from, length);
            return text.isBlank() ? null : text;
        }

        @Override
        @Nullable
        String read(String text, JsonToken token) {
            if (token.isNumeric()) {
                return number(text);
            }
            return token == JsonToken.VALUE_STRING ? text : null;
        }

        /** A whole number without point and exponent, because it may be an id; any other number as it is written. */
        private static String number(String written) {
            BigDecimal number = DecimalText.read(written);
            return number == null || number.stripTrailingZeros().scale() > 0
                    ? written
                    : number.toBigInteger().toString();
        }
    }

    private static final class WholeNumberDeserializer extends LeafDeserializer<Long> {
        @Override
        @Nullable
        Long readPlain(JsonToken token, char[] chars, int from, int length) {
            long number = Digits.number(chars, from, length);
            return number < 0 ? null : number;
        }

        @Override
        @Nullable
        Long read(String text, JsonToken token) {
            BigDecimal number = token.isBoolean() ? null : DecimalText.read(text);
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
        BigDecimal readPlain(JsonToken token, char[] chars, int from, int length) {
            return Digits.isDecimal(chars, from, length) ? new BigDecimal(chars, from, length) : null;
        }

        @Override
        @Nullable
        BigDecimal read(String text, JsonToken token) {
            return token.isBoolean() ? null : DecimalText.read(text);
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
        Instant readPlain(JsonToken token, char[] chars, int from, int length) {
            return form.readPlain(chars, from, length);
        }

        @Override
        @Nullable
        Instant read(String text, JsonToken token) {
            return token.isBoolean() ? null : form.read(text).orElse(null);
        }
    }

    /** A field whose name ends in {@code _ms} counts milliseconds, whatever the others count. */
    private static final class DurationDeserializer extends LeafDeserializer<Duration>
            implements ContextualDeserializer {
        private static final String MILLIS = "_ms";

        private final TimeUnit unit;

        DurationDeserializer(TimeUnit unit) {
            this.unit = unit;
        }

        @Override
        public JsonDeserializer<Duration> createContextual(
                DeserializationContext context, @Nullable BeanProperty field) {
            boolean isMillis = field != null && field.getName().endsWith(MILLIS);
            return isMillis ? new DurationDeserializer(TimeUnit.MILLISECONDS) : this;
        }

        @Override
        @Nullable
        Duration readPlain(JsonToken token, char[] chars, int from, int length) {
            return TolerantDurations.readPlain(chars, from, length, unit);
        }

        @Override
        @Nullable
        Duration read(String text, JsonToken token) {
            return token.isBoolean() ? null : TolerantDurations.read(text, unit).orElse(null);
        }
    }
}
