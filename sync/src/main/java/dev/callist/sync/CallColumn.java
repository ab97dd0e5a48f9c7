package dev.callist.sync;

import dev.callist.Call;
import dev.callist.CallParty;
import dev.callist.Hangup;
import dev.callist.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a copied call, in the order of the table. A column is the JSON name of a {@link Call}'s property in
 * snake case; the two parties and the hangup have a column for each part.
 */
@SuppressWarnings("ImmutableEnumChecker") // getters have no state
public enum CallColumn {
    /** {@link Call#provider()}; never null. */
    PROVIDER(Type.TEXT, Call::provider),
    /** {@link Call#account()}, or the name of the source where the provider gives none; never null. */
    ACCOUNT(Type.TEXT, call -> call.account().orElse(null)),
    /** {@link Call#id()}; never null. */
    ID(Type.TEXT, Call::id),
    /** {@link Call#channel()}. */
    CHANNEL(Type.TEXT, call -> call.channel().orElse(null)),
    /** {@link Call#parentId()}. */
    PARENT_ID(Type.TEXT, call -> call.parentId().orElse(null)),
    /** {@link Call#direction()} in capitals; never null. */
    DIRECTION(Type.TEXT, call -> call.direction().name()),
    /** {@link Call#providerDirection()}. */
    PROVIDER_DIRECTION(Type.TEXT, call -> call.providerDirection().orElse(null)),
    /** {@link Call#status()} in capitals; never null. */
    STATUS(Type.TEXT, call -> call.status().name()),
    /** {@link Call#providerStatus()}. */
    PROVIDER_STATUS(Type.TEXT, call -> call.providerStatus().orElse(null)),
    /** {@link CallParty#kind()} of the caller, in capitals. */
    FROM_KIND(Type.TEXT, of(Call::from, CallColumn::kind)),
    /** {@link CallParty#address()} of the caller. */
    FROM_ADDRESS(Type.TEXT, of(Call::from, from -> Optional.of(from.address()))),
    /** {@link CallParty#e164()} of the caller. */
    FROM_E164(Type.TEXT, of(Call::from, CallParty::e164)),
    /** {@link CallParty#name()} of the caller. */
    FROM_NAME(Type.TEXT, of(Call::from, CallParty::name)),
    /** {@link CallParty#contactId()} of the caller. */
    FROM_CONTACT_ID(Type.TEXT, of(Call::from, CallParty::contactId)),
    /** {@link CallParty#countryCode()} of the caller. */
    FROM_COUNTRY_CODE(Type.TEXT, of(Call::from, CallParty::countryCode)),
    /** {@link CallParty#kind()} of the callee, in capitals. */
    TO_KIND(Type.TEXT, of(Call::to, CallColumn::kind)),
    /** {@link CallParty#address()} of the callee. */
    TO_ADDRESS(Type.TEXT, of(Call::to, to -> Optional.of(to.address()))),
    /** {@link CallParty#e164()} of the callee. */
    TO_E164(Type.TEXT, of(Call::to, CallParty::e164)),
    /** {@link CallParty#name()} of the callee. */
    TO_NAME(Type.TEXT, of(Call::to, CallParty::name)),
    /** {@link CallParty#contactId()} of the callee. */
    TO_CONTACT_ID(Type.TEXT, of(Call::to, CallParty::contactId)),
    /** {@link CallParty#countryCode()} of the callee. */
    TO_COUNTRY_CODE(Type.TEXT, of(Call::to, CallParty::countryCode)),
    /** {@link Call#createdAt()}. */
    CREATED_AT(Type.INSTANT, call -> call.createdAt().orElse(null)),
    /** {@link Call#startedAt()}. */
    STARTED_AT(Type.INSTANT, call -> call.startedAt().orElse(null)),
    /** {@link Call#ringingAt()}. */
    RINGING_AT(Type.INSTANT, call -> call.ringingAt().orElse(null)),
    /** {@link Call#answeredAt()}. */
    ANSWERED_AT(Type.INSTANT, call -> call.answeredAt().orElse(null)),
    /** {@link Call#endedAt()}. */
    ENDED_AT(Type.INSTANT, call -> call.endedAt().orElse(null)),
    /** {@link Call#updatedAt()}. */
    UPDATED_AT(Type.INSTANT, call -> call.updatedAt().orElse(null)),
    /** {@link Call#duration()} in seconds. */
    DURATION(Type.DECIMAL, call -> call.duration().map(ColumnValues::seconds).orElse(null)),
    /** {@link Call#talkTime()} in seconds. */
    TALK_TIME(Type.DECIMAL, call -> call.talkTime().map(ColumnValues::seconds).orElse(null)),
    /** {@link Call#answeredBy()} in capitals. */
    ANSWERED_BY(Type.TEXT, call -> call.answeredBy().map(Enum::name).orElse(null)),
    /** {@link Money#amount()} of the price, with the provider's sign. */
    PRICE_AMOUNT(Type.DECIMAL, call -> call.price().map(Money::amount).orElse(null)),
    /** {@link Money#currency()} of the price. */
    PRICE_CURRENCY(Type.TEXT, call -> call.price().map(Money::currency).orElse(null)),
    /** {@link Hangup#cause()}. */
    HANGUP_CAUSE(Type.TEXT, of(Call::hangup, Hangup::cause)),
    /** {@link Hangup#source()}. */
    HANGUP_SOURCE(Type.TEXT, of(Call::hangup, Hangup::source)),
    /** {@link Hangup#sipCode()}. */
    HANGUP_SIP_CODE(Type.TEXT, of(Call::hangup, Hangup::sipCode)),
    /** {@link Call#recordings()} as a JSON array of objects; never null. */
    RECORDINGS(Type.JSON, Call::recordings),
    /** {@link Call#tags()} as a JSON array of texts; never null. */
    TAGS(Type.JSON, Call::tags),
    /** {@link Call#problems()} as a JSON array of texts; never null. */
    PROBLEMS(Type.JSON, Call::problems),
    /** {@link Call#rawJson()}, if the lister keeps it; a call that comes without it keeps the one that was stored. */
    RAW(Type.TEXT, call -> call.rawJson().orElse(null));

    private final Type type;
    private final Function<Call, @Nullable Object> getter;

    CallColumn(Type type, Function<Call, @Nullable Object> getter) {
        this.type = type;
        this.getter = getter;
    }

    /** The column's name in a table, such as {@code from_e164}. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of value. */
    public Type type() {
        return type;
    }

    /** The call's value before it is brought into the form of its type. */
    @Nullable
    Object of(Call call) {
        return getter.apply(call);
    }

    private static Optional<String> kind(CallParty party) {
        return Optional.of(party.kind().name());
    }

    private static <T> Function<Call, @Nullable Object> of(
            Function<Call, Optional<T>> whole, Function<T, Optional<String>> part) {
        return call -> whole.apply(call).flatMap(part).orElse(null);
    }

    /** What the values of a column are in Java. */
    public enum Type {
        /** A {@code String} without NUL characters and without unpaired surrogates. */
        TEXT,
        /** An {@code Instant} of whole microseconds, from 1970 to 9999. */
        INSTANT,
        /** A {@code BigDecimal} of at most 15 significant digits, without trailing zeros. */
        DECIMAL,
        /** A {@code String} with a JSON document that has no spaces between its tokens. */
        JSON
    }
}
