package dev.callist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount of money, with the provider's sign and scale.
 *
 * @param amount at most 38 digits, scale between -18 and 18
 * @param currency ISO 4217 code in upper case, such as {@code USD}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Money(BigDecimal amount, String currency) {
    /** Rejects null. */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
    }

    @Override
    public String toString() {
        return amount + " " + currency;
    }
}
