/** The rules that our own providers follow in addition to the published contract. */
@NullMarked
package dev.callist.testkit.rules;

import org.jspecify.annotations.NullMarked;
