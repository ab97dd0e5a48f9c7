package dev.callist.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.callist.CallJson;
import dev.callist.ListingReport.Completeness;
import dev.callist.ResumePoint;
import dev.callist.cli.console.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of the state file: how much of a resumable export is done.
 *
 * @param version of this record
 * @param output the name of the output file
 * @param format the format of the output
 * @param bytes length of the output that belongs to the resume point
 * @param crc32 checksum of those bytes
 * @param calls how many calls those bytes hold
 * @param finished whether the export has reached its end
 * @param completeness the worst completeness of all runs so far
 * @param resumePoint where the next run resumes the list
 */
public record ExportState(
        int version,
        String output,
        String format,
        long bytes,
        long crc32,
        long calls,
        boolean finished,
        Completeness completeness,
        String resumePoint) {
    static final int CURRENT_VERSION = 1;

    private static final JsonMapper MAPPER = CallJson.mapper();
    private static final ObjectReader READER = MAPPER.readerFor(ExportState.class)
            .with(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);

    public ExportState {
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(completeness, "completeness");
        Objects.requireNonNull(resumePoint, "resumePoint");
    }

    /**
     * Reads a state file; empty if the file does not exist or has no content.
     *
     * @throws CommandException when the file is not a state file that this version can read
     */
    static Optional<ExportState> read(Path file) throws IOException {
        if (Files.notExists(file) || Files.size(file) == 0) {
            return Optional.empty();
        }
        JsonNode json = readObject(file);
        int version = json.path("version").asInt();
        if (version > CURRENT_VERSION) {
            throw CommandException.invalidState(
                    file + " was written by a newer version of callist; upgrade callist to continue the export");
        }
        try {
            return Optional.of(READER.readValue(json));
        } catch (JsonProcessingException e) {
            throw notAStateFile(file);
        }
    }

    void write(Path file) throws IOException {
        byte[] json = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        AtomicFiles.replaceContent(
                file, (new String(json, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the point from which the next run lists. */
    public ResumePoint nextStart() {
        return ResumePoint.parse(resumePoint);
    }

    /** Returns whether another run would add nothing: the list has ended, or the limit of all runs is reached. */
    public boolean isDone(Optional<Long> limit) {
        return listHasEnded() || (limit.isPresent() && calls >= limit.get());
    }

    /** Whether the whole list is written. */
    public boolean listHasEnded() {
        return finished && nextStart().isEnd();
    }

    private static JsonNode readObject(Path file) throws IOException {
        try {
            JsonNode json = MAPPER.readTree(file.toFile());
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw notAStateFile(file);
        }
        throw notAStateFile(file);
    }

    private static CommandException notAStateFile(Path file) {
        return CommandException.invalidState(
                file + " is not the state file of an export; choose another file for --resume");
    }
}
