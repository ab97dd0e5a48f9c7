/** The HTTP and JSON side that our own provider modules share. Not API: it is exported to them only. */
package dev.callist.internal;
