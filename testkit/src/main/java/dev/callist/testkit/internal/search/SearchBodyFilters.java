package dev.callist.testkit.internal.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.testkit.SandboxCall;
import dev.callist.testkit.SearchSandbox;
import dev.callist.testkit.internal.server.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The filters in a search's body.
 *
 * @param name the filters as text; empty without filters
 * @param all the conditions that a call must satisfy
 */
record SearchBodyFilters(String name, List<Predicate<SandboxCall>> all) {
    static SearchBodyFilters of(JsonNode body) {
        if (!body.isObject()) {
            throw new QueryParameters.Invalid("the body", "must be an object");
        }
        List<Predicate<SandboxCall>> all = new ArrayList<>();
        instant(body, "after")
                .ifPresent(after -> all.add(call -> call.createdAt().isAfter(after)));
        instant(body, "before")
                .ifPresent(before -> all.add(call -> call.createdAt().isBefore(before)));
        millis(body, "min_duration", all, least -> duration -> duration >= least);
        millis(body, "max_duration", all, most -> duration -> duration <= most);
        flag(body, "voicemail").ifPresent(flag -> all.add(call -> SearchRow.isVoicemail(call) == flag));
        words(body, "from", all, call -> call.from().address());
        words(body, "to", all, call -> call.to().address());
        words(body, "direction", all, call -> call.direction().name());
        words(body, "delivery_status", all, SearchRow::deliveryStatus);
        words(body, "mode", all, SearchRow::mode);
        words(body, "language", all, SearchRow::language);
        words(body, "call_completion_rating", all, SearchRow::rating);
        words(body, "agent_id", all, SearchRow::agentId);
        words(body, "agent_version_id", all, SearchRow::agentVersionId);
        words(body, "contact_id", all, call -> SearchRow.contactId(call).orElse(""));
        words(body, "conversation_id", all, SearchRow::conversationId);
        words(body, "channel_id", all, call -> SearchSandbox.CHANNEL_ID);
        return new SearchBodyFilters(body.isEmpty() ? "" : body.toString(), List.copyOf(all));
    }

    boolean wants(SandboxCall call) {
        return all.stream().allMatch(filter -> filter.test(call));
    }

    /** One value or a list of them. */
    private static void words(
            JsonNode body, String name, List<Predicate<SandboxCall>> all, Function<SandboxCall, String> of) {
        JsonNode given = body.path(name);
        if (given.isMissingNode()) {
            return;
        }
        List<JsonNode> values = given.isArray()
                ? StreamSupport.stream(given.spliterator(), false).toList()
                : List.of(given);
        require(values.stream().allMatch(JsonNode::isTextual), name, "must be text or a list of texts");
        List<String> words = values.stream().map(JsonNode::textValue).toList();
        all.add(call -> words.contains(of.apply(call)));
    }

    private static void millis(
            JsonNode body, String name, List<Predicate<SandboxCall>> all, Function<Long, LongPredicate> test) {
        JsonNode given = body.path(name);
        if (given.isMissingNode()) {
            return;
        }
        require(given.isIntegralNumber() && given.longValue() >= 0, name, "must be a whole number of milliseconds");
        LongPredicate fits = test.apply(given.longValue());
        all.add(call -> call.duration()
                .filter(duration -> fits.test(duration.toMillis()))
                .isPresent());
    }

    private static Optional<Boolean> flag(JsonNode body, String name) {
        JsonNode given = body.path(name);
        require(given.isMissingNode() || given.isBoolean(), name, "must be true or false");
        return given.isMissingNode() ? Optional.empty() : Optional.of(given.booleanValue());
    }

    private static Optional<Instant> instant(JsonNode body, String name) {
        JsonNode given = body.path(name);
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        try {
            String text = given.asText();
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new QueryParameters.Invalid(name, "must be a date-time");
        }
    }

    private static void require(boolean holds, String name, String rule) {
        if (!holds) {
            throw new QueryParameters.Invalid(name, rule);
        }
    }
}
