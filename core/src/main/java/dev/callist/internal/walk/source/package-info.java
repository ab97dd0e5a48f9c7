/** Where the pages of a walk come from: sources, addresses, and the time windows that a list can be split into. It may use the API. */
package dev.callist.internal.walk.source;
