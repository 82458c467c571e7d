/** How every job starts: its environment and what all jobs share. No business word lives here. */
@NullMarked
package io.contactpulse.jobruntime;

import org.jspecify.annotations.NullMarked;
