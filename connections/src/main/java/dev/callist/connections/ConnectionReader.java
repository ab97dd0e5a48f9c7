package dev.callist.connections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.callist.CallListException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads YAML of one form: {@code connections}, which contains names, which contain settings as text. Tags, anchors,
 * aliases and repeated names are refused. Messages give lines but no values, which might be secrets.
 */
final class ConnectionReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final String ROOT = "connections";

    private final Path file;
    private final YAMLParser parser;

    private ConnectionReader(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static List<Connection> read(Path file) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setAllowDuplicateKeys(false);
        YAMLFactory yaml = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                YAMLParser parser = yaml.createParser(text)) {
            return new ConnectionReader(file, parser).connections();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw refused(file, Math.max(1, line), "is not YAML, or repeats a name");
        } catch (IOException e) {
            throw ConnectionFile.refused(file + " cannot be read; it must be a text file in UTF-8");
        }
    }

    private List<Connection> connections() throws IOException {
        List<Connection> connections = new ArrayList<>();
        if (next() == null) {
            return connections;
        }
        require(parser.currentToken() == JsonToken.START_OBJECT, "must be '" + ROOT + ":'");
        while (next() == JsonToken.FIELD_NAME) {
            require(parser.currentName().equals(ROOT), "is unknown; the file may contain only '" + ROOT + ":'");
            if (next() == JsonToken.VALUE_NULL) {
                continue;
            }
            require(parser.currentToken() == JsonToken.START_OBJECT, "must be the name of a connection");
            while (next() == JsonToken.FIELD_NAME) {
                connections.add(connection());
            }
        }
        require(next() == null, "begins a second document; the file may contain only one");
        return connections;
    }

    private Connection connection() throws IOException {
        String name = parser.currentName();
        require(
                NAME.matcher(name).matches(),
                "must be the name of a connection, of letters, digits, dots, hyphens and underscores");
        require(
                next() == JsonToken.START_OBJECT,
                "must be a setting of connection " + name + ", such as provider: NAME");
        Map<String, String> settings = new LinkedHashMap<>();
        while (next() == JsonToken.FIELD_NAME) {
            String setting = parser.currentName();
            JsonToken value = next();
            require(
                    value != null && value.isScalarValue() && !parser.getText().isEmpty(),
                    "must have text as the value of a setting");
            settings.put(setting, parser.getText());
        }
        String provider = settings.remove("provider");
        require(provider != null, "is the end of connection " + name + ", which lacks provider: NAME");
        return new Connection(name, String.valueOf(provider), settings, file);
    }

    private @Nullable JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        require(
                !parser.isCurrentAlias() && parser.getObjectId() == null && parser.getTypeId() == null,
                "has an anchor, an alias or a tag, which are not allowed");
        return token;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw refused(file, Math.max(1, parser.currentTokenLocation().getLineNr()), rule);
        }
    }

    private static CallListException refused(Path file, int line, String rule) {
        return ConnectionFile.refused(file + ", line " + line + ": " + rule);
    }
}
