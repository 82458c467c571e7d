/** Runs one job, bounded, over a recording, and writes what it would have stored and published as files. */
@NullMarked
package io.contactpulse.launcher.replay;

import org.jspecify.annotations.NullMarked;
