/** Runs the AWS services that Contact Pulse uses on one machine, on the loopback interface only. */
@NullMarked
package io.contactpulse.standins;

import org.jspecify.annotations.NullMarked;
