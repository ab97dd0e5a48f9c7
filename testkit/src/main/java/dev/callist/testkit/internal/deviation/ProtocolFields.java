package dev.callist.testkit.internal.deviation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.callist.QueryFilter;
import dev.callist.testkit.SandboxRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The names that a protocol has for the parameters of its list and the fields of its pages. Paths are joined by dots.
 */
public interface ProtocolFields {
    /** The field of a page that holds the rows. */
    String rows();

    /** The field of a page that holds the number of rows of the list. */
    default Optional<String> total() {
        return Optional.empty();
    }

    /** A row's id. */
    String id();

    /** A row's creation time. */
    String createdAt();

    /** All times of a row, the creation time included. */
    Set<String> times();

    /** A row's status. */
    default Optional<String> status() {
        return Optional.empty();
    }

    /** A row's direction. */
    default Optional<String> direction() {
        return Optional.empty();
    }

    /** A row's durations. */
    Set<String> durations();

    /** A row's addresses. */
    Set<String> addresses();

    /** The field that has a list of tags, if calls have tags. */
    default Optional<String> tags() {
        return Optional.empty();
    }

    /** The parameter for the number of rows. */
    String limit();

    /** The parameters that say where a page starts. */
    Set<String> places();

    /** The parameters of the filters that the server applies. */
    Map<QueryFilter, String> filters();

    /** Whether filters are in the body rather than in the query. */
    default boolean areFiltersInBody() {
        return false;
    }

    /** Whether a row satisfies a filter on direction or status. */
    boolean matches(QueryFilter filter, JsonNode row, String value);

    /** The first row that a request asks for, from 0; absent in lists that are not counted. */
    default OptionalLong firstRow(SandboxRequest request) {
        return OptionalLong.empty();
    }
}
