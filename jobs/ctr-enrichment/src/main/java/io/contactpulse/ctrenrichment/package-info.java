/** Contact records to contacts, journeys, escalations and queue intervals. */
@NullMarked
package io.contactpulse.ctrenrichment;

import org.jspecify.annotations.NullMarked;
