/** Tests of the demo. */
@NullMarked
package io.contactpulse.launcher.demo;

import org.jspecify.annotations.NullMarked;
