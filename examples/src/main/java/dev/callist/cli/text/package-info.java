/**
 * Values as text: arguments that people type, and calls, counts and durations as the command line prints them. Uses
 * only Callist's API, and no other package of the command line.
 */
@NullMarked
package dev.callist.cli.text;

import org.jspecify.annotations.NullMarked;
