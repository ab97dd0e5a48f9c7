package dev.callist.benchmarks.candidates;

import java.util.Optional;

/**
 * The result of reading a page.
 *
 * @param rows the number of rows
 * @param next the field that leads to the next page; absent if it is null or missing
 */
public record ReadPage(int rows, Optional<String> next) {}
