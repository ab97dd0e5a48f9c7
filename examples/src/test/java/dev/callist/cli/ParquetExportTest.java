package dev.callist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import dev.callist.CallQuery;
import dev.callist.bird.BirdCalls;
import dev.callist.bird.BirdConfig;
import dev.callist.sync.CallColumn;
import dev.callist.sync.CallRow;
import dev.callist.testkit.BirdSandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetExportTest {
    @TempDir
    Path folder;

    private final BirdSandbox sandbox = BirdSandbox.start(2345);

    @AfterEach
    void stopServer() {
        sandbox.close();
    }

    @Test
    void containsEachCallAsTheTableOfACopyDoes() throws IOException {
        Path file = folder.resolve("calls.parquet");
        CommandRun run = CommandRun.on(sandbox, "export", "--output", file.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2,345 calls").contains("COMPLETE");
        assertThat(rows(file)).isEqualTo(expected(false));
    }

    @Test
    void containsTheRawJsonOnRequest() throws IOException {
        Path file = folder.resolve("calls.data");
        CommandRun.on(sandbox, "export", "--raw", "--format", "parquet", "--output", file.toString());
        assertThat(rows(file)).isEqualTo(expected(true));
    }

    @Test
    void saysWhatItsColumnsAre() throws IOException {
        Path file = folder.resolve("calls.parquet");
        CommandRun.on(sandbox, "export", "--output", file.toString());
        var schema = ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema();
        assertThat(schema.getFields())
                .extracting(field -> field.getName())
                .containsExactlyElementsOf(Stream.of(CallColumn.values())
                        .filter(column -> column != CallColumn.RAW)
                        .map(CallColumn::sqlName)
                        .toList());
        assertThat(schema.getType("created_at").getLogicalTypeAnnotation())
                .isEqualTo(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
        assertThat(schema.getType("duration").getLogicalTypeAnnotation())
                .isEqualTo(LogicalTypeAnnotation.decimalType(18, 38));
        assertThat(schema.getType("tags").getLogicalTypeAnnotation()).isEqualTo(LogicalTypeAnnotation.stringType());
    }

    @Test
    void cannotBeContinued() {
        CommandRun run = CommandRun.on(
                sandbox,
                "export",
                "--output",
                folder.resolve("calls.parquet").toString(),
                "--resume",
                folder.resolve("state").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).endsWith("--resume needs --format jsonl or csv; a parquet file cannot be continued\n");
        assertThat(folder).isEmptyDirectory();
        assertThat(sandbox.requests()).isEmpty();
    }

    private List<Map<String, Object>> expected(boolean hasRaw) {
        BirdConfig config = BirdConfig.builder()
                .accessKey(BirdSandbox.ACCESS_KEY)
                .workspaceId(BirdSandbox.WORKSPACE_ID)
                .baseUrl(sandbox.url())
                .build();
        try (BirdCalls lister = BirdCalls.create(config)) {
            return lister.list(CallQuery.all()).stream()
                    .map(call -> expected(CallRow.of(call, ""), hasRaw))
                    .toList();
        }
    }

    private static Map<String, Object> expected(CallRow row, boolean hasRaw) {
        Map<String, Object> cells = new TreeMap<>();
        row.values().forEach((column, value) -> {
            if ((hasRaw || column != CallColumn.RAW) && !value.equals("")) {
                cells.put(column.sqlName(), value instanceof BigDecimal number ? number.stripTrailingZeros() : value);
            }
        });
        return cells;
    }

    private static List<Map<String, Object>> rows(Path file) throws IOException {
        try (Stream<Map<String, Object>> rows =
                ParquetReader.streamContent(file.toFile(), HydratorSupplier.constantly(new Cells()))) {
            return rows.toList();
        }
    }

    /** Reads a row into a map. */
    private static final class Cells implements Hydrator<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> start() {
            return new TreeMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String name, Object value) {
            if (value == null) {
                return row;
            }
            CallColumn column = CallColumn.valueOf(name.toUpperCase(Locale.ROOT));
            row.put(
                    name,
                    switch (column.type()) {
                        case TEXT, JSON -> value;
                        case INSTANT -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
                        case DECIMAL -> new BigDecimal((String) value).stripTrailingZeros();
                    });
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
