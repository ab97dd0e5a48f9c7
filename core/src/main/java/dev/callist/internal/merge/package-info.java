/** Several lists read as one. It may use the API and the walk. */
@NullMarked
package dev.callist.internal.merge;

import org.jspecify.annotations.NullMarked;
