package dev.callist.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a resumable export has come; the content of its state file.
 *
 * @param version of this record
 * @param output the output's file name
 * @param format the output's format
 * @param bytes length of the output that belongs to the resume point
 * @param crc32 checksum of those bytes
 * @param calls calls in them
 * @param finished whether the export has come to its end
 * @param completeness the worst that is known about the calls so far
 * @param resumePoint where the list goes on
 */
record ExportState(
        int version,
        String output,
        String format,
        long bytes,
        long crc32,
        long calls,
        boolean finished,
        Completeness completeness,
        String resumePoint) {
    static final int VERSION = 1;

    private static final ObjectReader READER = JsonLines.MAPPER
            .readerFor(ExportState.class)
            .with(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

    ExportState {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(completeness, "completeness");
        Objects.requireNonNull(resumePoint, "resumePoint");
    }

    /** What the file says; absent when there is no file or an empty one. {@link Refusal} when it is something else. */
    static Optional<ExportState> read(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        JsonNode json = tree(file);
        int version = json.path("version").asInt();
        if (version > VERSION) {
            throw Refusal.state(file + " was written by a later version of callist");
        }
        try {
            return Optional.of(READER.readValue(json));
        } catch (JsonProcessingException e) {
            throw foreign(file);
        }
    }

    void write(Path file) throws IOException {
        byte[] json = JsonLines.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        Durable.replace(file, (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    ResumePoint place() {
        return ResumePoint.parse(resumePoint);
    }

    /** Whether nothing is left to do: the list has ended, or as many calls as are wanted are there. */
    boolean isEnough(Optional<Long> limit) {
        return (finished && place().isEnd()) || (limit.isPresent() && calls >= limit.get());
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            JsonNode json = JsonLines.MAPPER.readTree(file.toFile());
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw foreign(file);
        }
        throw foreign(file);
    }

    private static Refusal foreign(Path file) {
        return Refusal.state(file + " is not the state file of an export");
    }
}
