package dev.callist.search;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.callist.provider.ProviderTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with the fields that the API returns; a field that is absent or could not be read is null. The API does not
 * document the rows of a search: these are the fields of its calls elsewhere, and the filters' names. Get it with
 * {@code call.as(SearchCall.class)}; other fields are in {@code call.rawJson()}. Its constructor is not API: components
 * are added as the API adds fields.
 *
 * @param id the call's id
 * @param agentId the agent that spoke
 * @param agentVersionId that agent's version
 * @param attachments recording, transcript and analysis
 * @param body the transcript
 * @param callCompletionRating how far the call got
 * @param campaignId the campaign it belongs to
 * @param channelId the channel that carried it
 * @param contactId the contact at the other end
 * @param conversationId the conversation it belongs to
 * @param createdAt when the record was made
 * @param deliveryStatus a word such as {@code call_completed}
 * @param direction {@code INBOUND} or {@code OUTBOUND}
 * @param duration in milliseconds on the wire
 * @param from the caller
 * @param insertedAt when the record was made, in webhooks
 * @param language the language spoken
 * @param metadata what is known about the call
 * @param mode how it was made
 * @param sequenceId the sequence it belongs to
 * @param stepContactId the contact in that sequence's step
 * @param stepId that sequence's step
 * @param to the callee
 * @param translatedBody the transcript, translated
 * @param translationLanguage the language translated to
 * @param type {@code call}
 * @param updatedAt when the record last changed
 * @param userId the user who made the call
 * @param voicemail whether it is a voicemail
 */
@JsonNaming(SnakeCaseStrategy.class)
public record SearchCall(
        @Nullable String id,
        @Nullable String agentId,
        @Nullable String agentVersionId,
        @Nullable List<Attachment> attachments,
        @Nullable String body,
        @Nullable String callCompletionRating,
        @Nullable String campaignId,
        @Nullable String channelId,
        @Nullable String contactId,
        @Nullable String conversationId,
        @Nullable Instant createdAt,
        @Nullable String deliveryStatus,
        @Nullable String direction,
        @Nullable Duration duration,
        @Nullable String from,
        @Nullable Instant insertedAt,
        @Nullable String language,
        @Nullable Metadata metadata,
        @Nullable String mode,
        @Nullable String sequenceId,
        @Nullable String stepContactId,
        @Nullable String stepId,
        @Nullable String to,
        @Nullable String translatedBody,
        @Nullable String translationLanguage,
        @Nullable String type,
        @Nullable Instant updatedAt,
        @Nullable String userId,
        @Nullable Boolean voicemail) {

    /** The id only. */
    @Override
    public String toString() {
        return "SearchCall[" + ProviderTexts.shownId(id) + "]";
    }

    /** A recording, a transcript or an analysis. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Attachment(
            @Nullable String contentType, @Nullable String url) {
        /** Nothing: the URL alone may give access to the file. */
        @Override
        public String toString() {
            return "Attachment[****]";
        }
    }

    /** What is known about a call; {@code duration} in milliseconds on the wire. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Metadata(
            @Nullable String agentId,
            @Nullable Duration duration,
            @Nullable Analysis analysis) {
        /** Nothing: it holds what people said. */
        @Override
        public String toString() {
            return "Metadata[****]";
        }
    }

    /** The analysis of the call. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Analysis(@Nullable String callSummary) {
        /** Nothing: a summary is what people said. */
        @Override
        public String toString() {
            return "Analysis[****]";
        }
    }
}
