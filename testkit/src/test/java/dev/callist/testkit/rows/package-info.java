/**
 * Random rows: fields of every type and in every spelling, broken texts, and which calls must be found among them. Uses
 * the sandboxes, HTTP without a network, and the names of the providers' fields.
 */
@NullMarked
package dev.callist.testkit.rows;

import org.jspecify.annotations.NullMarked;
