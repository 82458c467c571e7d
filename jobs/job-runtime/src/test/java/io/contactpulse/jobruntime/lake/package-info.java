/** Tests of the lake's files. */
@NullMarked
package io.contactpulse.jobruntime.lake;

import org.jspecify.annotations.NullMarked;
