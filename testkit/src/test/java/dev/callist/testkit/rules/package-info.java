/** The rules that our own providers keep besides the published contract. */
@NullMarked
package dev.callist.testkit.rules;

import org.jspecify.annotations.NullMarked;
