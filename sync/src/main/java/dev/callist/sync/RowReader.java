package dev.callist.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.callist.AnsweredBy;
import dev.callist.Call;
import dev.callist.CallBuilder;
import dev.callist.CallDirection;
import dev.callist.CallJson;
import dev.callist.CallParty;
import dev.callist.CallPartyBuilder;
import dev.callist.CallStatus;
import dev.callist.Hangup;
import dev.callist.Money;
import dev.callist.Recording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns a row into the call that it was made from. A word that is not known, in a row that was changed by hand, is UNKNOWN. */
final class RowReader {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Recording>> RECORDINGS = new TypeReference<>() {};
    private static final String EMPTY_LIST = "[]";
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000);

    private final CallRow row;

    RowReader(CallRow row) {
        this.row = row;
    }

    Call call() {
        CallBuilder call = Call.builder()
                .provider(text(CallColumn.PROVIDER).orElse(""))
                .account(text(CallColumn.ACCOUNT))
                .id(text(CallColumn.ID).orElse(""))
                .channel(text(CallColumn.CHANNEL))
                .parentId(text(CallColumn.PARENT_ID))
                .direction(word(CallDirection.class, CallColumn.DIRECTION).orElse(CallDirection.UNKNOWN))
                .providerDirection(text(CallColumn.PROVIDER_DIRECTION))
                .status(word(CallStatus.class, CallColumn.STATUS).orElse(CallStatus.UNKNOWN))
                .providerStatus(text(CallColumn.PROVIDER_STATUS))
                .from(caller())
                .to(callee());
        addTimes(call);
        return call.answeredBy(word(AnsweredBy.class, CallColumn.ANSWERED_BY))
                .price(price())
                .hangup(hangup())
                .recordings(list(CallColumn.RECORDINGS, RECORDINGS))
                .tags(list(CallColumn.TAGS, TEXTS))
                .problems(list(CallColumn.PROBLEMS, TEXTS))
                .rawJson(text(CallColumn.RAW))
                .build();
    }

    private void addTimes(CallBuilder call) {
        call.createdAt(instant(CallColumn.CREATED_AT))
                .startedAt(instant(CallColumn.STARTED_AT))
                .ringingAt(instant(CallColumn.RINGING_AT))
                .answeredAt(instant(CallColumn.ANSWERED_AT))
                .endedAt(instant(CallColumn.ENDED_AT))
                .updatedAt(instant(CallColumn.UPDATED_AT))
                .duration(duration(CallColumn.DURATION))
                .talkTime(duration(CallColumn.TALK_TIME));
    }

    private Optional<CallParty> caller() {
        CallPartyBuilder from = CallParty.builder()
                .name(text(CallColumn.FROM_NAME))
                .contactId(text(CallColumn.FROM_CONTACT_ID))
                .countryCode(text(CallColumn.FROM_COUNTRY_CODE));
        return party(from, CallColumn.FROM_KIND, CallColumn.FROM_ADDRESS, CallColumn.FROM_E164);
    }

    private Optional<CallParty> callee() {
        CallPartyBuilder to = CallParty.builder()
                .name(text(CallColumn.TO_NAME))
                .contactId(text(CallColumn.TO_CONTACT_ID))
                .countryCode(text(CallColumn.TO_COUNTRY_CODE));
        return party(to, CallColumn.TO_KIND, CallColumn.TO_ADDRESS, CallColumn.TO_E164);
    }

    /** A number whose E.164 form follows neither from its address nor from its country begins with its country calling code. */
    private Optional<CallParty> party(CallPartyBuilder party, CallColumn kind, CallColumn address, CallColumn e164) {
        Optional<CallParty.Kind> known = word(CallParty.Kind.class, kind);
        Optional<String> at = text(address);
        if (known.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        String written = at.get();
        boolean isInternational = text(e164).isPresent()
                && !written.startsWith("+")
                && party.kind(known.get()).address(written).build().e164().isEmpty();
        return Optional.of(party.kind(known.get())
                .address(written)
                .international(isInternational)
                .build());
    }

    private Optional<Money> price() {
        return decimal(CallColumn.PRICE_AMOUNT)
                .flatMap(amount -> text(CallColumn.PRICE_CURRENCY).map(currency -> new Money(amount, currency)));
    }

    private Optional<Hangup> hangup() {
        Hangup hangup = Hangup.builder()
                .cause(text(CallColumn.HANGUP_CAUSE))
                .source(text(CallColumn.HANGUP_SOURCE))
                .sipCode(text(CallColumn.HANGUP_SIP_CODE))
                .build();
        return Optional.of(hangup)
                .filter(whole -> !whole.equals(Hangup.builder().build()));
    }

    private Optional<String> text(CallColumn column) {
        return Optional.ofNullable((String) row.get(column));
    }

    private Optional<Instant> instant(CallColumn column) {
        return Optional.ofNullable((Instant) row.get(column));
    }

    private Optional<BigDecimal> decimal(CallColumn column) {
        return Optional.ofNullable((BigDecimal) row.get(column));
    }

    private Optional<Duration> duration(CallColumn column) {
        return decimal(column)
                .filter(seconds -> seconds.abs().compareTo(LONGEST) < 0)
                .map(seconds -> Duration.ofSeconds(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    }

    private <E extends Enum<E>> Optional<E> word(Class<E> type, CallColumn column) {
        return text(column).flatMap(name -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst());
    }

    private <T> List<T> list(CallColumn column, TypeReference<List<T>> type) {
        Optional<String> json = text(column).filter(list -> !list.equals(EMPTY_LIST));
        if (json.isEmpty()) {
            return List.of();
        }
        try {
            return CallJson.mapper().readValue(json.get(), type);
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
