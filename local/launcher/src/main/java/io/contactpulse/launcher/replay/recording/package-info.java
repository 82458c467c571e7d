/** Takes recordings apart into the records they hold, byte for byte, readable or not. */
@NullMarked
package io.contactpulse.launcher.replay.recording;

import org.jspecify.annotations.NullMarked;
