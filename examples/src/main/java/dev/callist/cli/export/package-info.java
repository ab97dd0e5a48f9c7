/**
 * Writes calls to standard output or to a file, and reports to a file, and keeps the state of an export that can be
 * resumed. Uses {@code cli.console} and {@code cli.text}; it does not know which provider the calls come from.
 */
@NullMarked
package dev.callist.cli.export;

import org.jspecify.annotations.NullMarked;
