/**
 * Text forms of values: what logs may show, phone numbers, and how instants are written; uses no other package of
 * Callist.
 */
@NullMarked
package dev.callist.internal.text;

import org.jspecify.annotations.NullMarked;
