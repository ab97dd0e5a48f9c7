/**
 * What every command shares while it runs: its streams and environment, progress, cancellation, failures and exit
 * codes. Uses {@code cli.text}.
 */
@NullMarked
package dev.callist.cli.console;

import org.jspecify.annotations.NullMarked;
