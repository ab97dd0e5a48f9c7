/**
 * The {@code callist} command, its subcommands and their options; start at {@link dev.callist.cli.Callist}. Uses all
 * other packages: {@code cli.providers}, {@code cli.export}, {@code cli.console} and {@code cli.text}. None of them
 * uses this one.
 */
@NullMarked
package dev.callist.cli;

import org.jspecify.annotations.NullMarked;
