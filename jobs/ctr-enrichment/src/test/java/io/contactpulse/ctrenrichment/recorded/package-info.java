/** Contact records as Amazon Connect writes them, made by hand and at random. */
@NullMarked
package io.contactpulse.ctrenrichment.recorded;

import org.jspecify.annotations.NullMarked;
