/** Reads what Amazon Connect sends; raw identities end here. */
@NullMarked
package io.contactpulse.ctrenrichment.wire;

import org.jspecify.annotations.NullMarked;
