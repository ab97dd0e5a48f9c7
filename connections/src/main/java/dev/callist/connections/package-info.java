/**
 * Named connections: a file that names accounts, with their settings, and refers to their secrets. It knows no
 * provider; their factories say which settings they have.
 */
@NullMarked
package dev.callist.connections;

import org.jspecify.annotations.NullMarked;
