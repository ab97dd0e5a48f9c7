/**
 * The threads on which pages are fetched, and how they are interrupted; may use the API only.
 */
@NullMarked
package dev.callist.internal.threads;

import org.jspecify.annotations.NullMarked;
