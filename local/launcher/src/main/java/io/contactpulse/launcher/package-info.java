/** The one command: finds the sub-command that was asked for, and says clearly what is wrong when it cannot run. */
@NullMarked
package io.contactpulse.launcher;

import org.jspecify.annotations.NullMarked;
