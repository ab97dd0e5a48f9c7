package dev.callist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.callist.internal.text.Masking;
import dev.callist.internal.text.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One end of a call: a phone number, a SIP address, an app client, or a caller whose number is withheld. Immutable. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(builder = CallPartyBuilder.class)
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"kind", "address", "name", "contactId", "countryCode", "international", "e164"})
@SuppressWarnings("immutables:incompat") // the field sameNumber is not part of the value
public abstract class CallParty {
    /** What a text has in place of a character that could not be read. */
    private static final char REPLACEMENT = '\ufffd';

    private volatile @Nullable CallParty sameNumber;

    CallParty() {}

    /** The kind of address. */
    public enum Kind {
        /** A phone number, in the form that the provider prints. */
        PHONE,
        /** A SIP address, {@code sip:} or {@code sips:}. */
        SIP,
        /** An app or browser client, {@code client:…}. */
        CLIENT,
        /** A caller whose number was withheld. */
        ANONYMOUS,
        /** Anything else: short names, internal ids. */
        OTHER
    }

    /** Starts building a party; {@link #kind()} and {@link #address()} are required. */
    public static CallPartyBuilder builder() {
        return new CallPartyBuilder();
    }

    /** A party whose kind is derived from its address, see {@link #kindOf}. */
    public static CallParty of(String address) {
        return builder().kind(kindOf(address)).address(address).build();
    }

    /** The kind of an address, judged by its form alone; {@link Kind#OTHER} when in doubt. Never fails. */
    public static Kind kindOf(String address) {
        String lower = address.toLowerCase(Locale.ROOT).strip();
        if (!lower.startsWith("client:") && PhoneNumbers.isWithheld(lower)) {
            return Kind.ANONYMOUS;
        }
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return Kind.SIP;
        }
        if (lower.startsWith("client:")) {
            return Kind.CLIENT;
        }
        return PhoneNumbers.isDialable(lower) ? Kind.PHONE : Kind.OTHER;
    }

    /** The kind of address. */
    @JsonProperty
    public abstract Kind kind();

    /** The address exactly as the provider gave it; never empty unless the number was withheld. */
    @JsonProperty
    public abstract String address();

    /** The caller name or contact name that the provider shows. */
    @JsonProperty
    public abstract Optional<String> name();

    /** The provider's id of the contact at this address. */
    @JsonProperty
    public abstract Optional<String> contactId();

    /** ISO 3166-1 alpha-2 code of the number's country, if the provider sends it. */
    @JsonProperty
    public abstract Optional<String> countryCode();

    /** Whether the provider says that the digits start with the country calling code although no {@code +} is shown. */
    @Value.Default
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    public boolean international() {
        return false;
    }

    /**
     * The number in E.164 form, computed on first access. Present for an address with {@code +}, and otherwise only if
     * {@link #countryCode()} or {@link #international()} determines it. A national number never gets a {@code +}.
     */
    @Value.Lazy
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public Optional<String> e164() {
        CallParty shared = sameNumber;
        if (shared != null) {
            return shared.e164();
        }
        if (kind() != Kind.PHONE) {
            return Optional.empty();
        }
        if (address().startsWith("+")) {
            return PhoneNumbers.e164(address());
        }
        return international()
                ? PhoneNumbers.e164("+" + address())
                : countryCode().flatMap(region -> PhoneNumbers.e164(address(), region));
    }

    /**
     * {@link #e164()}, or else {@link #address()}: the best text to store and compare; empty at most for a withheld
     * number.
     */
    public final String e164OrAddress() {
        return e164().orElseGet(this::address);
    }

    /**
     * Whether this is the party that a filter asks for: the same address, or the same number however it is written. An
     * address that does not name a number with its country may be that of any number, unless its digits show that it is
     * not.
     */
    final CallQuery.Match match(String asked) {
        if (address().equals(asked)) {
            return CallQuery.Match.YES;
        }
        Optional<String> number = PhoneNumbers.comparable(asked);
        if (number.isEmpty()) {
            return address().indexOf(REPLACEMENT) < 0 ? CallQuery.Match.NO : CallQuery.Match.UNCLEAR;
        }
        Optional<String> own = comparableNumber();
        if (own.isPresent()) {
            return own.equals(number) ? CallQuery.Match.YES : CallQuery.Match.NO;
        }
        boolean mayBe = kind() == Kind.ANONYMOUS || PhoneNumbers.mayBe(number.get(), address());
        return mayBe ? CallQuery.Match.UNCLEAR : CallQuery.Match.NO;
    }

    /**
     * The number by which parties are compared: {@link #e164()}, or else the number with its country in the address.
     */
    final Optional<String> comparableNumber() {
        return e164().or(() -> kind() == Kind.ANONYMOUS ? Optional.empty() : PhoneNumbers.comparable(address()));
    }

    /**
     * Lets this party take its E.164 form from another one instead of computing it; for the author of a {@link
     * CallLister}.
     *
     * @param other ignored unless it has the same kind, address and country
     * @return this party
     */
    public final CallParty sharingNumberOf(CallParty other) {
        boolean isSameNumber = kind() == other.kind()
                && international() == other.international()
                && address().equals(other.address())
                && countryCode().equals(other.countryCode());
        if (isSameNumber && other != this) {
            sameNumber = other;
        }
        return this;
    }

    /** The kind and a masked address, such as {@code PHONE +35191*****18}; never the name. */
    @Override
    public final String toString() {
        return kind() + " " + Masking.address(address());
    }
}
