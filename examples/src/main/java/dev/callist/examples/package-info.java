/** Short programs to copy from. They use Callist's public API, the providers and the sandboxes of the test kit. */
@NullMarked
package dev.callist.examples;

import org.jspecify.annotations.NullMarked;
