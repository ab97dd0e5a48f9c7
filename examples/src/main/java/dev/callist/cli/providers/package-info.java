/**
 * Creates a lister or a sandbox of each provider from the account that the command line and the environment describe. Uses
 * {@code cli.console} to reject an account that lacks something.
 */
@NullMarked
package dev.callist.cli.providers;

import org.jspecify.annotations.NullMarked;
