/** The whole platform in this JVM for a while: stand-ins, job, simulated traffic, live page, and a summary at the end. */
@NullMarked
package io.contactpulse.launcher.demo;

import org.jspecify.annotations.NullMarked;
