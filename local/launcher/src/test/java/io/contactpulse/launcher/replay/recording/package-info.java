/** Tests of how recordings are taken apart. */
@NullMarked
package io.contactpulse.launcher.replay.recording;

import org.jspecify.annotations.NullMarked;
