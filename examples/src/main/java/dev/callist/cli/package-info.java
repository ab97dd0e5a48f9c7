/**
 * The {@code callist} command line: {@code list}, {@code export}, {@code explain}, {@code get} and {@code sandbox}. Start
 * at {@link dev.callist.cli.Callist}; what differs from provider to provider is behind one package-private type.
 */
@NullMarked
package dev.callist.cli;

import org.jspecify.annotations.NullMarked;
