/**
 * Reads the calls that a report counts from a store or a file, and opens the finished report. Uses {@code cli.export}
 * to read files.
 */
@NullMarked
package dev.callist.cli.report;

import org.jspecify.annotations.NullMarked;
