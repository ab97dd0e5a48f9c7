package dev.callist.testkit.internal.deviation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callist.testkit.SandboxResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A page whose JSON can be changed. */
public final class EditedPage {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final SandboxResponse response;
    private final ProtocolFields fields;
    private final ObjectNode page;
    private final ArrayNode rows;

    private EditedPage(SandboxResponse response, ProtocolFields fields, ObjectNode page, ArrayNode rows) {
        this.response = response;
        this.fields = fields;
        this.page = page;
        this.rows = rows;
    }

    /** The page in a response; absent if the response is not a page. */
    static Optional<EditedPage> of(SandboxResponse response, ProtocolFields fields) {
        try {
            boolean isPage = response.status() == 200;
            return isPage
                            && MAPPER.readTree(response.body().utf8()) instanceof ObjectNode page
                            && page.path(fields.rows()) instanceof ArrayNode rows
                    ? Optional.of(new EditedPage(response, fields, page, rows))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    SandboxResponse response() {
        return SandboxResponse.json(response.status(), page.toString());
    }

    public ProtocolFields fields() {
        return fields;
    }

    /** The rows, in order. */
    public List<ObjectNode> rows() {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> (ObjectNode) rows.get(index))
                .toList();
    }

    /** Every {@code each}-th row, beginning at index {@code first}. */
    public List<ObjectNode> someRows(int first, int each) {
        List<ObjectNode> all = rows();
        return IntStream.range(0, all.size())
                .filter(index -> index % each == first)
                .mapToObj(all::get)
                .toList();
    }

    /** Removes the rows that do not satisfy a condition. */
    public void keep(Predicate<JsonNode> condition) {
        List<ObjectNode> kept = rows().stream().filter(condition).toList();
        rows.removeAll();
        rows.addAll(kept);
    }

    /** Changes the total, if the page has one. */
    public void changeTotal(UnaryOperator<Long> change) {
        fields.total().ifPresent(path -> edit(page, path, total -> page.numberNode(change.apply(total.longValue()))));
    }

    /** Changes a field of an object that has it, by its path. */
    public static void edit(ObjectNode object, String path, UnaryOperator<JsonNode> change) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            if (object.path(path.substring(0, dot)) instanceof ObjectNode inner) {
                edit(inner, path.substring(dot + 1), change);
            }
        } else if (object.hasNonNull(path)) {
            object.set(path, change.apply(object.get(path)));
        }
    }
}
