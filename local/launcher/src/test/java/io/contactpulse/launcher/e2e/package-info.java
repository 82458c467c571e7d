/** The job as a whole, on the local platform: what it promises when things go wrong, and how fast it is. */
@NullMarked
package io.contactpulse.launcher.e2e;

import org.jspecify.annotations.NullMarked;
