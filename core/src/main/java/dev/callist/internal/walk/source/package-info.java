/**
 * Where the pages of a walk come from: sources, addresses, and the time windows that a list can be split into. It may
 * use the API.
 */
@NullMarked
package dev.callist.internal.walk.source;

import org.jspecify.annotations.NullMarked;
