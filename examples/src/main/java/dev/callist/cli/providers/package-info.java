/**
 * Finds providers, and creates a lister or a sandbox of one from what the command line and the environment say. Uses
 * {@code cli.console} to reject an account that lacks something.
 */
@NullMarked
package dev.callist.cli.providers;

import org.jspecify.annotations.NullMarked;
