/** Tests of replays. */
@NullMarked
package io.contactpulse.launcher.replay;

import org.jspecify.annotations.NullMarked;
