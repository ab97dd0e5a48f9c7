/** Short programs to copy from. */
@NullMarked
package dev.callist.examples;

import org.jspecify.annotations.NullMarked;
