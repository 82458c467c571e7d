/** Tests of the command line. */
@NullMarked
package io.contactpulse.launcher;

import org.jspecify.annotations.NullMarked;
